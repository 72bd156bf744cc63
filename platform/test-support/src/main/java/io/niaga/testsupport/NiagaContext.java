package io.niaga.testsupport;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** What {@link NiagaIT} adds to an application context: the settings of its surroundings, a clock, a client, and an ear at its database. */
record NiagaContext() implements ContextCustomizer {
    private static final Map<String, Promises> PROMISES = new ConcurrentHashMap<>();

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Surroundings surroundings = Surroundings.fresh();
        environment.getPropertySources().addFirst(surroundings);
        if (TestStore.isReal()) {
            context.addApplicationListener(new DroppedDatabase(surroundings.database()));
        }
        BeanDefinitionRegistry beans = (BeanDefinitionRegistry) context.getBeanFactory();
        RootBeanDefinition clock = new RootBeanDefinition(FakeClock.class, () -> FakeClock.SHARED);
        clock.setPrimary(true);
        beans.registerBeanDefinition("fakeClock", clock);
        beans.registerBeanDefinition("recordedFinds", new RootBeanDefinition(RecordedFinds.class, RecordedFinds::new));
        beans.registerBeanDefinition("api", new RootBeanDefinition(Api.class, () -> api(environment)));
    }

    /** The document is read once for each service, by whoever calls first. */
    private static Api api(ConfigurableEnvironment environment) {
        Api silent = Api.at(() -> base(environment), Optional::empty);
        String service = environment.getProperty("niaga.short-name", "");
        return Api.at(
                () -> base(environment),
                () -> Optional.of(PROMISES.computeIfAbsent(service, name -> {
                    Answer document = silent.get("/v1/openapi/" + name).expect(200);
                    return new Promises(new ApiDocument(document.json()));
                })));
    }

    private static String base(ConfigurableEnvironment environment) {
        @Nullable String port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("the service is not listening yet");
        }
        return "http://127.0.0.1:" + port;
    }
}
