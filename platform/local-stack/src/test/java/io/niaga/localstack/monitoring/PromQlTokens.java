package io.niaga.localstack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression; whatever is none of the known shapes is refused. */
final class PromQlTokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|[a-zA-Z_][a-zA-Z0-9_:]*|[0-9]+[smhd]\\b|[0-9.]+"
                    + "|=~|!~|==|!=|>=|<=|[-+*/%<>=(){}\\[\\],])");

    private PromQlTokens() {}

    static List<String> of(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        while (end < expression.stripTrailing().length()) {
            if (!token.find(end) || token.start() != end) {
                throw new IllegalArgumentException("not understood: " + expression.substring(end));
            }
            tokens.add(token.group(1));
            end = token.end();
        }
        return tokens;
    }
}
