package io.niaga.testsupport;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.niaga.types.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters problems carry: those that their sentences name, and those of every {@code CODE.with("name", …)} in the
 * sources. What is added to a problem that was made elsewhere is not seen.
 */
record ProblemParameters(Map<String, Set<String>> thrown) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static ProblemParameters in(List<Path> folders) {
        Map<String, Set<String>> found = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> files =
                    folders.stream().flatMap(ProblemParameters::sources).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Calls(), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProblemParameters(found);
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> of(Problem problem) {
        Set<String> names = PLACE.matcher(problem.detail())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(thrown.getOrDefault(problem.code(), Set.of()));
        return names;
    }

    private static final class Calls extends TreeScanner<@Nullable Void, Map<String, Set<String>>> {
        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Map<String, Set<String>> found) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("with")
                    && !call.getArguments().isEmpty()
                    && call.getArguments().getFirst() instanceof LiteralTree name) {
                String code = code(select.getExpression());
                if (!code.isEmpty()) {
                    found.computeIfAbsent(code, _ -> new TreeSet<>()).add(String.valueOf(name.getValue()));
                }
            }
            return super.visitMethodInvocation(call, found);
        }

        /** The constant at the beginning of {@code OrderProblem.SOLD_OUT.now().with(…)}; empty when there is none. */
        private static String code(ExpressionTree from) {
            return switch (from) {
                case MethodInvocationTree call
                when call.getMethodSelect() instanceof MemberSelectTree select -> code(select.getExpression());
                case MemberSelectTree select -> constant(select.getIdentifier().toString());
                case IdentifierTree identifier -> constant(identifier.getName().toString());
                default -> "";
            };
        }

        private static String constant(String name) {
            return name.matches("[A-Z][A-Z0-9_]+") ? name : "";
        }
    }
}
