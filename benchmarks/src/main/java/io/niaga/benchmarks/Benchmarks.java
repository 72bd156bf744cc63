package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole run: a stack, an assortment, rounds of every profile, the reference between them, one page of figures. */
public final class Benchmarks {
    static final String DIRECT = "page, service itself";
    static final String BEHIND_NGINX = "page, nginx before the service";
    private final Settings settings;
    private final Path folder;
    private final Path page;
    private final Stack stack;
    private final Meter meter;

    private Benchmarks(Settings settings) {
        Path root = Path.of(System.getProperty("niaga.root"));
        this.settings = settings;
        this.folder = root.resolve("benchmarks/target/run");
        this.page = root.resolve("docs/performance.md");
        this.stack = new Stack(root);
        this.meter = new Meter(settings);
    }

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Settings.HELP);
            return;
        }
        new Benchmarks(Settings.of(arguments)).run();
    }

    private void run() throws Exception {
        if (settings.growth() || isForThePage()) {
            // What earlier runs imported would be searched, too.
            stack.forget();
        }
        stack.up();
        try {
            if (settings.growth()) {
                new Growth(stack, settings, folder).measure(new Page(page));
            } else {
                figures();
            }
        } finally {
            if (!settings.keep()) {
                stack.down();
            }
        }
    }

    private void figures() throws Exception {
        try (Reference reference = Reference.start(stack.spare(), stack.service(1), folder)) {
            Map<String, String> facts = new LinkedHashMap<>();
            Shop shop = new Shop(stack);
            Assortment assortment = new Assortment("B" + settings.products(), settings.products());
            List<String> products = assortment(shop, assortment, facts);
            Profiles all = new Profiles(assortment, products);
            List<Profile> profiles = all.all().stream()
                    .filter(profile ->
                            settings.only().isEmpty() || settings.only().contains(profile.name()))
                    .toList();
            if (settings.profile()) {
                profile(profiles);
                return;
            }
            for (int round = 1; round <= settings.rounds(); round++) {
                round(profiles, reference);
            }
            Steps steps = new Steps();
            if (!meter.of("checkout").isEmpty()) {
                steps.measure(
                        stack.gateway(),
                        settings.connections(),
                        all,
                        settings.window().multipliedBy(2));
            }
            if (!settings.quick()) {
                facts.putAll(new Promptness(stack, all, products).facts());
            }
            tell(facts, steps, profiles);
            if (settings.imported() > 0) {
                Assortment more = new Assortment("I" + System.currentTimeMillis() / 1000, settings.imported());
                long before = stack.megabytes("catalog-service");
                facts.put(
                        "import of " + settings.imported() + " products until the last is found",
                        seconds(shop.fill(more, folder)));
                facts.put(
                        "catalog-service, resident before that import and after it",
                        before + " MB, " + stack.megabytes("catalog-service") + " MB");
                tell(facts, steps, profiles);
            }
        }
    }

    /** Told before the import too, so that one that breaks does not take the other figures with it. */
    private void tell(Map<String, String> facts, Steps steps, List<Profile> profiles) throws IOException {
        String figures = new Report(settings, stack, facts, steps, profiles, meter).figures();
        System.out.println(figures);
        if (isForThePage()) {
            new Page(page).write("figures", figures);
        }
    }

    private boolean isForThePage() {
        return !settings.quick() && !settings.profile() && settings.only().isEmpty();
    }

    private void profile(List<Profile> profiles) throws IOException, InterruptedException {
        for (Profile profile : profiles) {
            meter.closed(profile.name(), stack.gateway(), stack.processes(), profile.operation());
            try (Load load = new Load(stack.gateway(), settings.connections())) {
                Profiler profiler = new Profiler(stack.processes(), folder);
                System.out.println(profiler.profile(load, profile.operation(), settings.window()));
            }
        }
    }

    private List<String> assortment(Shop shop, Assortment assortment, Map<String, String> facts)
            throws IOException, InterruptedException {
        List<String> products = shop.products(settings.products());
        if (products.size() >= settings.products()) {
            return products;
        }
        System.out.println("filling the store with " + settings.products() + " products");
        facts.put(
                "assortment of " + settings.products() + " products imported until found",
                seconds(shop.fill(assortment, folder)));
        return shop.products(settings.products());
    }

    private void round(List<Profile> profiles, Reference reference) {
        for (Profile profile : profiles) {
            meter.closed(profile.name(), stack.gateway(), stack.processes(), profile.operation());
            meter.open(profile, stack.gateway(), stack.processes());
            if (profile.name().equals("page")) {
                meter.closed(DIRECT, stack.service(1), stack.processes(), profile.operation());
                if (Reference.nginxIsInstalled()) {
                    meter.closed(
                            BEHIND_NGINX,
                            reference.serviceBehindNginx(),
                            reference.beside(stack.processes()),
                            profile.operation());
                }
            }
        }
        Profile.Operation nothing = (web, number) -> web.get("/").expect(200);
        meter.closed("bare", reference.bare(), reference.processes(), nothing);
        if (Reference.nginxIsInstalled()) {
            meter.closed("bare behind nginx", reference.behindNginx(), reference.processes(), nothing);
        }
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
