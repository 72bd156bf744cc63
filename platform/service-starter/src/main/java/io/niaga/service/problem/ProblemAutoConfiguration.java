package io.niaga.service.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** One answer for every failure, wherever it happens. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class ProblemAutoConfiguration {
    @Bean
    @Order(0)
    ViolationProblems violationProblems() {
        return new ViolationProblems();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    Problems problems(List<ProblemTranslation> translations) {
        return new Problems(translations);
    }

    /** Last of the translations: it knows every failure that has a status of its own. */
    @Bean
    @Order
    ProblemTranslation frameworkProblems() {
        return new FrameworkProblems();
    }

    @Bean
    @Order(0)
    ProblemTranslation storeProblems() {
        return new StoreProblems();
    }

    @Bean
    ProblemResolver problemResolver(Problems problems, ProblemWriter writer) {
        return new ProblemResolver(problems, writer);
    }

    @Bean
    ContainerProblems containerProblems(Problems problems, ProblemWriter writer) {
        return new ContainerProblems(problems, writer);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ConnectorProblems.class.getName());
            }
        });
    }
}
