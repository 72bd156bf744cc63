package io.niaga.localstack.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.events.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that makes topics, with a tool that writes down what it is told. */
class TopicsScriptTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @Test
    void of_three_replicas_two_have_to_have_what_is_acknowledged() throws Exception {
        assertThat(calls("3"))
                .hasSize(Topics.STATE.size() + Topics.PERMANENT.size() + Topics.RECENT.size())
                .allSatisfy(call -> assertThat(call)
                        .contains("--replication-factor 3 ")
                        .contains("--config min.insync.replicas=2"));
    }

    @Test
    void fewer_replicas_can_spare_none() throws Exception {
        for (String replicas : List.of("1", "2")) {
            assertThat(calls(replicas))
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat(call).contains("--config min.insync.replicas=1"));
        }
    }

    private List<String> calls(String replicas) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL), "there is no shell");
        Path calls = folder.resolve("calls " + replicas);
        Path tool = Files.writeString(folder.resolve("kafka-topics"), "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(
                SHELL.toString(),
                Yamls.ROOT.resolve("k8s/base/kafka-topics/topics.sh").toString());
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_TOPICS",
                        tool.toString(),
                        "KAFKA",
                        "kafka:9092",
                        "PARTITIONS",
                        "30",
                        "REPLICAS",
                        replicas));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readAllLines(calls);
    }
}
