package io.niaga.catalog.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes plain text of a shop export's HTML: scripts and styles go, blocks become line breaks, list items get a bullet,
 * entities become characters. Text without markup stays as it is.
 */
public final class PlainText {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&(#?[a-zA-Z0-9]{2,8});");
    private static final Pattern SILENT =
            Pattern.compile("(?is)<(script|style|head|title|noscript|template)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/li|/h[1-6]|/tr|/ul|/ol|hr)\\b[^<>]*>");
    private static final Pattern ITEM = Pattern.compile("(?i)<li\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^<>]*(>|$)");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\u00a0]+");
    // One class, no repeated group: the engine takes a stack frame for each repetition of a group.
    private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*\\n ?");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("bull", "•"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("deg", "°"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("copy", "©"),
            Map.entry("eacute", "é"),
            Map.entry("times", "×"));

    private PlainText() {}

    public static String of(String text) {
        if (!MARKUP.matcher(text).find()) {
            return text.strip();
        }
        String open = SILENT.matcher(text).replaceAll(" ");
        open = BREAK.matcher(open).replaceAll("\n");
        open = ITEM.matcher(open).replaceAll("• ");
        // Twice, so that what a removed tag was wrapped around is no tag either.
        open = TAG.matcher(TAG.matcher(open).replaceAll("")).replaceAll("");
        String decoded = ENTITY.matcher(open).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
        String tidy = SPACES.matcher(decoded).replaceAll(" ");
        return LINES.matcher(tidy)
                .replaceAll("\n")
                .replace(" \n", "\n")
                .replace("\n ", "\n")
                .strip();
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "&" + entity + ";");
        }
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int code = Integer.parseInt(entity, hex ? 2 : 1, entity.length(), hex ? 16 : 10);
        boolean character = Character.isValidCodePoint(code)
                && Character.isDefined(code)
                && !Character.isISOControl(code)
                && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
        return character ? Character.toString(code) : " ";
    }
}
