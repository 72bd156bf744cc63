package io.niaga.testsupport;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** What {@link NiagaIT} adds to an application context: the settings of its surroundings, a clock and a client. */
record NiagaContext() implements ContextCustomizer {
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
        beans.registerBeanDefinition("api", new RootBeanDefinition(Api.class, () -> Api.at(() -> base(environment))));
    }

    private static String base(ConfigurableEnvironment environment) {
        @Nullable String port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("the service is not listening yet");
        }
        return "http://127.0.0.1:" + port;
    }
}
