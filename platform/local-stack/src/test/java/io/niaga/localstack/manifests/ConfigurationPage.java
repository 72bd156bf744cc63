package io.niaga.localstack.manifests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The variables of {@code docs/configuration.md}, which each service keeps in step with its properties. */
final class ConfigurationPage {
    private static final int REQUIRED = 4;
    private static final int VARIABLE = 5;
    private final String page;

    ConfigurationPage(String page) {
        this.page = page;
    }

    static ConfigurationPage committed() {
        return new ConfigurationPage(Kustomize.read(Yamls.ROOT.resolve("docs/configuration.md")));
    }

    /** What a service listens to; all but the gateway share a section. */
    Set<String> variablesOf(String shortName) {
        Set<String> all = new TreeSet<>();
        rows(shortName).map(row -> row.get(VARIABLE)).forEach(all::add);
        all.remove("");
        return all;
    }

    Set<String> requiredBy(String shortName) {
        Set<String> all = new TreeSet<>();
        rows(shortName)
                .filter(row -> row.get(REQUIRED).equals("yes"))
                .map(row -> row.get(VARIABLE))
                .forEach(all::add);
        all.remove("");
        return all;
    }

    private Stream<List<String>> rows(String shortName) {
        Stream<List<String>> own = section(shortName);
        return shortName.equals("gateway") ? own : Stream.concat(own, section("every service"));
    }

    private Stream<List<String>> section(String name) {
        int from = page.indexOf("<!-- " + name + " -->");
        int to = page.indexOf("<!-- /" + name + " -->");
        if (from < 0 || to < 0) {
            throw new AssertionError("docs/configuration.md has no section " + name);
        }
        return page.substring(from, to)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.split("(?<!\\\\)\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList());
    }
}
