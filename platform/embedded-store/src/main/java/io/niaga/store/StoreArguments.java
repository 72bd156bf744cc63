package io.niaga.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command line of the process: {@code --name=value}, durations like {@code 500ms}, {@code 5s}, {@code 10m}, sizes like
 * {@code 32MB}. Each name is a component of {@link StoreSettings}; what is not given has the default for the file or memory.
 */
final class StoreArguments {
    static final String USAGE = """
            usage: EmbeddedStoreMain [--file=PATH] [--port=27017] [--workers=64] [--cursor-idle=10m]
              [--log-checkpoint-size=32MB] [--log-checkpoint-every=5s] [--log-limit=256MB] [--log-forced=false]
              [--log-force-every=1s] [--cache=64MB] [--compact-below-percent=60] [--chunk-retention=1s]
            Without --file everything is in memory and gone at the end.""";

    private static final int DEFAULT_PORT = 27_017;
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("(\\d{1,9})(ms|s|m|h|KB|MB|GB)");

    private final Map<String, String> given = new LinkedHashMap<>();

    private StoreArguments(String... arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not an argument: " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    static StoreSettings parse(String... arguments) {
        return new StoreArguments(arguments).settings();
    }

    private StoreSettings settings() {
        String file = given.remove("file");
        StoreSettings base =
                file == null ? StoreSettings.inMemory() : StoreSettings.onFile(Path.of(file), DEFAULT_PORT);
        StoreSettings settings = new StoreSettings(
                base.file(),
                take("port", DEFAULT_PORT, Integer::parseInt),
                take("workers", base.workers(), Integer::parseInt),
                take("cursor-idle", base.cursorIdle(), StoreArguments::duration),
                log(base.log()),
                pages(base.pages()));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: --" + String.join(", --", given.keySet()));
        }
        return settings;
    }

    private StoreSettings.Log log(StoreSettings.Log base) {
        return new StoreSettings.Log(
                take("log-checkpoint-size", base.checkpointBytes(), StoreArguments::bytes),
                take("log-checkpoint-every", base.checkpointEvery(), StoreArguments::duration),
                take("log-limit", base.limitBytes(), StoreArguments::bytes),
                take("log-forced", base.forced(), Boolean::parseBoolean),
                take("log-force-every", base.forceEvery(), StoreArguments::duration));
    }

    private StoreSettings.Pages pages(StoreSettings.Pages base) {
        return new StoreSettings.Pages(
                take("cache", base.cacheMegabytes(), text -> Math.toIntExact(bytes(text) / 1_000_000)),
                take("compact-below-percent", base.compactBelowPercent(), Integer::parseInt),
                take("chunk-retention", base.retention(), StoreArguments::duration));
    }

    private <T> T take(String name, T fallback, Function<String, T> parse) {
        String text = given.remove(name);
        return text == null ? fallback : parse.apply(text);
    }

    private static Duration duration(String text) {
        Matcher number = numberWithUnit(text);
        long amount = Long.parseLong(number.group(1));
        return switch (number.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw new IllegalArgumentException("not a duration: " + text);
        };
    }

    private static long bytes(String text) {
        Matcher number = numberWithUnit(text);
        long amount = Long.parseLong(number.group(1));
        return switch (number.group(2)) {
            case "KB" -> amount * 1_000;
            case "MB" -> amount * 1_000_000;
            case "GB" -> amount * 1_000_000_000;
            default -> throw new IllegalArgumentException("not a size: " + text);
        };
    }

    private static Matcher numberWithUnit(String text) {
        Matcher number = NUMBER_WITH_UNIT.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("not a number with a unit: " + text);
        }
        return number;
    }
}
