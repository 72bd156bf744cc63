package io.niaga.testsupport;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What only the source text tells: sizes. */
final class Sources {
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 25;

    private Sources() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("files have at most 300 lines", Sources::longFiles),
                new RoomRule("methods have at most 25 lines", Sources::longMethods));
    }

    private static Stream<String> longFiles(ServiceCode code) {
        return files(code).stream()
                .filter(f -> lines(f) > FILE_LINES)
                .map(f -> f.getFileName() + " has " + lines(f) + " lines");
    }

    private static Stream<String> longMethods(ServiceCode code) {
        List<Path> files = files(code);
        if (files.isEmpty()) {
            return Stream.empty();
        }
        List<String> found = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new LongMethods(unit, positions, found), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static List<Path> files(ServiceCode code) {
        Path folder = code.sources().resolve(code.base().replace('.', '/'));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LongMethods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            Tree body = method.getBody();
            if (body != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, body));
                long last = map.getLineNumber(positions.getEndPosition(unit, body));
                if (last - first - 1 > METHOD_LINES) {
                    found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + first + " " + method.getName()
                            + " has " + (last - first - 1) + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }
    }
}
