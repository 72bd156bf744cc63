package io.niaga.system.tour;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * The pages of {@code docs/examples}: what the tour sends and what it is answered.
 *
 * <p>With {@code -Dniaga.golden.update=true} they are written as this run saw them; else what was seen must agree with them
 * ({@link Agreement}).
 */
final class Examples {
    private static final Path FOLDER = Repository.root().resolve("docs/examples");
    private static final boolean UPDATE = Boolean.getBoolean("niaga.golden.update");

    private final Map<TourPage, StringBuilder> pages = new EnumMap<>(TourPage.class);

    /** Calls by that person are shown on that page; nobody's are a visitor's. */
    Shown on(TourPage page, String who, Api api) {
        return new Shown(pages.computeIfAbsent(page, p -> new StringBuilder(p.beginning())), who, api);
    }

    /** Writes or compares the pages of which something was shown, and the index. */
    void check() {
        StringBuilder index = new StringBuilder("""
                # The first purchase, call by call

                Written by the tests of `io.niaga.system.tour` in `system-tests`, which make exactly these calls and compare what they are
                answered. Ids and times are those of one run; fields that are still on their way when an answer is given are left out.
                Gateway `http://localhost:8080`, Keycloak `http://localhost:8180`.

                """);
        for (TourPage page : TourPage.values()) {
            index.append("- [" + page.title() + "](" + page.file() + ")\n");
        }
        check("README.md", index.toString());
        pages.forEach((page, text) -> check(page.file(), text.toString()));
    }

    private static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (UPDATE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            } else if (!SystemStack.isKept()) {
                String committed = Files.exists(file) ? Files.readString(file) : "";
                Assertions.assertThat(Agreement.differences(committed, text))
                        .as("docs/examples/" + name + " is not what the system answers; if it answers right, run with"
                                + " -Dniaga.golden.update=true")
                        .isEmpty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
