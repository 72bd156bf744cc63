package io.niaga.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole run: a stack, an assortment, rounds of every profile, the reference between them, one page of figures. */
public final class Benchmarks {
    private final Settings settings;
    private final Path root = Path.of(System.getProperty("niaga.root"));
    private final Path folder = root.resolve("benchmarks/target/run");
    private final Stack stack = new Stack(root);
    private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

    private Benchmarks(Settings settings) {
        this.settings = settings;
    }

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Settings.HELP);
            return;
        }
        new Benchmarks(Settings.of(arguments)).run();
    }

    private void run() throws Exception {
        stack.up();
        try (Reference reference = Reference.start(stack.spare(), folder)) {
            Map<String, String> facts = new LinkedHashMap<>();
            Shop shop = new Shop(stack);
            Assortment assortment = new Assortment("B" + settings.products(), settings.products());
            List<String> products = shop.products(settings.products());
            if (products.size() < settings.products()) {
                say("filling the store with " + settings.products() + " products");
                facts.put(
                        "assortment of " + settings.products() + " products imported until found",
                        seconds(shop.fill(assortment, folder)));
                products = shop.products(settings.products());
            }
            List<Profile> profiles = new Profiles(assortment, products)
                    .all().stream()
                            .filter(profile ->
                                    settings.only().isEmpty() || settings.only().contains(profile.name()))
                            .toList();
            measure(profiles, reference);
            if (settings.imported() > 0) {
                Assortment more = new Assortment("I" + System.currentTimeMillis() / 1000, settings.imported());
                facts.put(
                        "import of " + settings.imported() + " products until the last is found",
                        seconds(shop.fill(more, folder)));
            }
            new Report(settings, stack, facts, profiles, rounds).write(root.resolve("docs/performance.md"));
        } finally {
            if (!settings.keep()) {
                stack.down();
            }
        }
    }

    private void measure(List<Profile> profiles, Reference reference) {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Profile profile : profiles) {
                closed(profile.name(), stack.gateway(), stack.processes(), profile.operation(), round == 1);
                open(profile);
                if (profile.name().equals("page")) {
                    closed(
                            "page, service itself",
                            stack.service(1),
                            stack.processes(),
                            profile.operation(),
                            round == 1);
                }
            }
            Profile.Operation nothing = (web, number) -> web.get("/").expect(200);
            closed("bare", reference.bare(), reference.processes(), nothing, round == 1);
            if (Reference.nginxIsInstalled()) {
                closed("bare behind nginx", reference.behindNginx(), reference.processes(), nothing, round == 1);
            }
        }
    }

    private void closed(String name, String base, Map<String, Long> pids, Profile.Operation operation, boolean warmUp) {
        try (Load load = new Load(base, settings.connections())) {
            if (warmUp) {
                load.closed(operation, settings.warmUp());
            }
            CpuTimes before = CpuTimes.of(pids);
            Load.Outcome outcome = load.closed(operation, settings.window());
            record(Measurement.of(name, outcome, CpuTimes.of(pids).since(before)));
        }
    }

    private void open(Profile profile) {
        try (Load load = new Load(stack.gateway(), settings.connections() * 4)) {
            Map<String, Long> pids = stack.processes();
            CpuTimes before = CpuTimes.of(pids);
            Load.Outcome outcome =
                    load.open(profile.operation(), settings.window().dividedBy(2), profile.rate());
            record(Measurement.of(
                    profile.name() + ", open", outcome, CpuTimes.of(pids).since(before)));
        }
    }

    private void record(Measurement measurement) {
        rounds.computeIfAbsent(measurement.profile(), name -> new ArrayList<>()).add(measurement);
        say("%-22s %8.1f/s   p50 %7.2f ms   p99 %7.2f ms   CPU %6.3f ms  %s"
                .formatted(
                        measurement.profile(),
                        measurement.perSecond(),
                        measurement.p50(),
                        measurement.p99(),
                        measurement.cpu(),
                        Report.largest(measurement.cpuByProcess())));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
