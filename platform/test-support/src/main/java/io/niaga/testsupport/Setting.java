package io.niaga.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * What a file says about a setting.
 *
 * @param variable the environment's variable that says it instead, null when there is none
 * @param value without the variable; null when there is none
 */
record Setting(@Nullable String variable, @Nullable String value) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::(.*))?}");

    /** Every setting of a file on the class path, lists as one. */
    static Map<String, Setting> of(String file) {
        PropertySourceLoader loader =
                file.endsWith(".yml") ? new YamlPropertySourceLoader() : new PropertiesPropertySourceLoader();
        Map<String, Setting> settings = new TreeMap<>();
        try {
            List<PropertySource<?>> sources = loader.load(file, new ClassPathResource(file));
            for (PropertySource<?> source : sources) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    String key = name.replaceAll("\\[\\d+]$", "");
                    settings.merge(key, read(String.valueOf(source.getProperty(name))), Setting::joined);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static Setting joined(Setting first, Setting next) {
        return new Setting(null, first.value() + "," + next.value());
    }

    private static Setting read(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.matches()
                ? new Setting(placeholder.group(1), placeholder.group(2))
                : new Setting(null, text);
    }
}
