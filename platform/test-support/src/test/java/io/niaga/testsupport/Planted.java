package io.niaga.testsupport;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A little service {@code io.planted} of the given sources, compiled, to see which rules it breaks. */
final class Planted {
    private static final String BASE = "io.planted";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Shared, because it knows all jars of the class path once it has opened them. */
    private static final StandardJavaFileManager MANAGER =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private Planted() {}

    /** Each text is a path below the service's package, {@code order/http/OrderController}, and the rest of the file. */
    static Map<String, List<String>> broken(Path folder, String... pathsAndTexts) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            String path = pathsAndTexts[i];
            String room = path.contains("/")
                    ? "." + path.substring(0, path.lastIndexOf('/')).replace('/', '.')
                    : "";
            files.put(path, "package " + BASE + room + ";\n" + pathsAndTexts[i + 1]);
            String info = path.replaceAll("[^/]+$", "package-info");
            files.putIfAbsent(info, "@org.jspecify.annotations.NullMarked package " + BASE + room + ";\n");
        }
        compile(folder, files);
        return RoomRules.broken(new ServiceCode(
                BASE, new ClassFileImporter().importPath(folder.resolve("classes")), folder.resolve("sources")));
    }

    private static void compile(Path folder, Map<String, String> files) {
        try {
            MANAGER.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder.resolve("classes"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Path> sources = files.entrySet().stream()
                .map(f -> write(folder.resolve("sources/io/planted/" + f.getKey() + ".java"), f.getValue()))
                .toList();
        boolean compiled = COMPILER.getTask(
                        null,
                        MANAGER,
                        null,
                        List.of("-proc:none", "-nowarn"),
                        null,
                        MANAGER.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException("the planted sources do not compile: " + files);
        }
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class of some room that uses what is named, by a field each. */
    static String using(String name, String... types) {
        StringBuilder text = new StringBuilder("public class " + name + " {\n");
        Stream.of(types)
                .forEach(t -> text.append("  private final ")
                        .append(t)
                        .append(" f")
                        .append(Arrays.asList(types).indexOf(t))
                        .append(" = null;\n"));
        return text.append("}\n").toString();
    }
}
