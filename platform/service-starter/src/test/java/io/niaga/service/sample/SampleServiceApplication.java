package io.niaga.service.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SampleServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(SampleServiceApplication.class, arguments);
    }
}
