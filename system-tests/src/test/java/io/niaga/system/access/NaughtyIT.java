package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Texts that broke something somewhere, in every text field: kept and shown unchanged, or refused by name. */
@SystemIT
@Order(Integer.MAX_VALUE - 1) // Stores and people of the same odd names are nothing that an auditor can tell apart.
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyIT {
    private static final List<String> TEXTS = Naughty.TEXTS;
    /** What is a number, a name of ours or a secret comes back in another form, or not at all. */
    private static final Set<String> NOT_SHOWN = Set.of("/password", "/quoteId", "/cartId", "/token");

    /** Texts that describe a product. */
    private static final List<String> SECTIONS = List.of("description", "function", "howToUse", "contents", "quality");

    private static final Pattern RUNS = Pattern.compile("(?i)<(script|img|svg|!)|onerror=|onload=");

    private final World world = World.shared();
    private final Calls calls = new Calls(world);
    private final List<Row> rows = AccessTable.read();
    private int tried;
    private int kept;
    private int reread;

    @BeforeAll
    void withoutQuotas(SystemStack stack) {
        stack.start("gateway", Quotas.NONE);
    }

    @AfterAll
    void report() {
        world.restore();
        System.out.printf(
                "naughty: %d texts in fields, %d kept unchanged, %d of them read again, the others refused by name%n",
                tried, kept, reread);
    }

    @Test
    void every_text_field_keeps_what_it_takes() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            if (!row.isWritten()) {
                continue;
            }
            // Others need what the first of them have.
            String actor = Actors.ALL.stream()
                    .filter(row.may()::contains)
                    .filter(name -> !name.equals("service"))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            JsonNode body = java.util.Objects.requireNonNull(calls.describe(row).body());
            for (String pointer : Trees.leaves(body)) {
                if (body.at(pointer).isString()) {
                    TEXTS.forEach(text -> field(row, actor, pointer, text, wrong));
                }
            }
        }
        // The demo store's own settings are odd by now.
        world.restore();
        assertThat(wrong).isEmpty();
        assertThat(kept).as("texts kept").isPositive();
        assertThat(reread).as("texts read again").isPositive();
    }

    private void field(Row row, String actor, String pointer, String text, List<String> wrong) {
        tried++;
        Calls.Made made = calls.describe(row);
        String body = Trees.with(java.util.Objects.requireNonNull(made.body()), pointer, Trees.quoted(text));
        Answer answer = calls.make(row, actor, body);
        String where = row + " " + pointer + " = " + Trees.quoted(text.length() > 60 ? text.substring(0, 60) : text);
        if (answer.status() >= 500 || answer.status() == 429) {
            wrong.add(where + ": " + answer);
        } else if (answer.status() >= 400) {
            answer.expectProblem();
            if (answer.text("/code").equals("INVALID_REQUEST") && !names(answer, pointer)) {
                wrong.add(where + " is refused without its name: " + answer);
            }
        } else if (answer.bytes().length > 0 && !NOT_SHOWN.contains(pointer)) {
            JsonNode shown = answer.json().at(pointer);
            if (shown.isString() && !isSame(text, shown.asString(), pointer)) {
                wrong.add(where + " is shown as " + Trees.quoted(shown.asString()));
            } else if (shown.isString()) {
                kept++;
                try {
                    later(made.path(), actor, body, answer)
                            .map(later -> later.at(pointer))
                            .filter(later -> !later.equals(shown))
                            .ifPresent(later -> wrong.add(where + " is later read as " + later));
                } catch (AssertionError lockedOut) {
                    wrong.add(where + ", and nobody can sign in: " + lockedOut.getMessage());
                }
            }
        }
        remove(actor, answer);
    }

    /** What was written, as it is read afterwards; empty when nothing reads it. */
    private Optional<JsonNode> later(String path, String actor, String body, Answer written) {
        String at = written.header("Location").isPresent() ? written.location() : path.replaceFirst("\\?.*", "");
        // A guest's token for what they made came with it.
        Optional<String> readable = Actors.UNKNOWN.contains(actor)
                ? Optional.empty()
                : Stream.of(at, at.substring(0, at.lastIndexOf('/')))
                        .filter(read -> isOffered("GET", read))
                        .findFirst();
        return readable.map(from -> {
            reread++;
            JsonNode found =
                    reader(actor, at, body, written).get(from + view(from)).json();
            // Carts and quotes have items too, and an id of their own.
            return found.has("items") && !found.has("id") ? withId(found.path("items"), written.text("/id")) : found;
        });
    }

    private boolean isOffered(String method, String path) {
        String wanted = method + " " + path;
        return rows.stream().anyMatch(row -> wanted.matches(row.call().replaceAll("\\{[^}]*}", "[^/]+")));
    }

    /** Of some things one may have only so many: what was made goes again. */
    private void remove(String actor, Answer made) {
        if (made.status() == 201 && made.header("Location").isPresent() && isOffered("DELETE", made.location())) {
            world.as(actor).delete(made.location());
        }
    }

    /** Whoever registered reads their own account. */
    private Api reader(String actor, String at, String body, Answer written) {
        boolean registered =
                at.equals("/v1/me") && JsonMapper.shared().readTree(body).has("password");
        return registered
                ? world.site.gateway().as(world.keycloak().person(written.text("/email"), Traces.PASSWORD))
                : world.as(actor);
    }

    /** Buyers are shown one language of several. */
    private static String view(String path) {
        return path.matches("/v1/(products|categories)/.*") ? "?view=management" : "";
    }

    private static JsonNode withId(JsonNode items, String id) {
        return items.valueStream()
                .filter(item -> item.path("id").asString("").equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** White space around a text is not part of it, nor zeros before a decimal; codes are in capitals. */
    private static boolean isSame(String text, String shown, String pointer) {
        if (pointer.equals("/code")) {
            return shown.equals(text.strip().toUpperCase(Locale.ROOT));
        }
        boolean decimal = pointer.endsWith("/amount") || pointer.equals("/taxRate") || pointer.equals("/percentage");
        return decimal
                ? new BigDecimal(shown).compareTo(new BigDecimal(text)) == 0
                : shown.equals(text) || shown.equals(text.strip());
    }

    /** By its place, or what it is in; of the whole body, by a word of its name in the message. */
    private static boolean names(Answer answer, String pointer) {
        String name = pointer.replaceAll("/[0-9]+$", "").replaceFirst(".*/", "");
        return answer.json("/errors").valueStream().anyMatch(error -> {
            String at = error.path("pointer").asString("");
            String message = error.path("message").asString("").toLowerCase(Locale.ROOT);
            return at.isEmpty()
                    ? Stream.of(name.split("(?=[A-Z])"))
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .anyMatch(message::contains)
                    : (pointer + "/").startsWith(at + "/");
        });
    }

    @Test
    void an_imported_text_is_the_same_on_the_page_and_in_the_index() {
        Map<String, String> lines = new LinkedHashMap<>();
        StringBuilder file = new StringBuilder();
        for (String text : Naughty.TEXTS) {
            String sku = World.word();
            lines.put(sku, text);
            String quoted = Trees.quoted(text);
            file.append("{\"product\":\"")
                    .append(sku)
                    .append("\",\"sku\":\"")
                    .append(sku)
                    .append("\",\"name\":{\"id\":\"Aneh ")
                    .append(sku)
                    .append("\"},");
            SECTIONS.forEach(section -> file.append("\"" + section + "\":{\"id\":" + quoted + "},"));
            file.append("\"brand\":")
                    .append(quoted)
                    .append(",\"price\":{\"amount\":\"1000.00\",\"currency\":\"IDR\"}}\n");
        }
        String job = world.imports.file("application/x-ndjson", file.toString());
        Set<String> rejected = new java.util.HashSet<>();
        world.as("administrator")
                .get("/v1/product-imports/" + job + "/rows?outcome=REJECTED&limit=100")
                .json("/items")
                .forEach(row -> rejected.add(
                        List.copyOf(lines.keySet()).get(row.path("line").asInt() - 1)));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!rejected.contains(line.getKey())) {
                tried++;
                String slug = "aneh-" + line.getKey();
                Answer page = world.site
                        .gateway()
                        .with("Accept-Language", "id")
                        .get("/v1/products/by-slug/" + slug + "?store=" + Site.STORE)
                        .expect(200);
                String brand = page.json().path("brand").asString("");
                // White space around a cell's text is not part of it.
                if (!brand.equals(line.getValue().strip())) {
                    wrong.add(Trees.quoted(line.getValue()) + " is shown as "
                            + page.json().path("brand"));
                }
                // A description may have mark-up: what could run is taken out of it.
                SECTIONS.stream()
                        .map(page.json()::path)
                        .filter(shown -> RUNS.matcher(shown.asString("")).find())
                        .forEach(shown -> wrong.add("a description that runs: " + shown));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rejected.size()).as("refused lines").isLessThan(lines.size() / 2);
    }

    @Test
    void a_search_for_them_is_a_search() {
        List<String> wrong = new ArrayList<>();
        for (String text : Naughty.TEXTS) {
            if (text.length() < 2000) {
                tried++;
                Answer answer =
                        world.site.gateway().get("/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
                if (answer.status() != 200 && answer.status() != 400) {
                    wrong.add(Trees.quoted(text) + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_address_reaches_the_warehouse_as_it_was_written() {
        int reached = 0;
        for (String text : Naughty.FEW.subList(0, 7)) {
            Shopper shopper = new Shopper(world.as("buyer"));
            String cart = shopper.filledCart(world.value("sku"), 1);
            Map<String, Object> address = new LinkedHashMap<>(Shopper.ADDRESS);
            address.put("recipient", text);
            Answer quote = shopper.api().post("/v1/quotes", Map.of("cartId", cart, "shippingAddress", address));
            tried++;
            if (quote.status() == 201) {
                String order = shopper.order(quote.text("/id"), "COD").text("/id");
                Answer found = world.as("warehouse")
                        .get("/v1/fulfillments/" + new Parcels(world).fulfillment(order))
                        .expect(200);
                assertThat(found.text("/address/recipient")).isEqualTo(text);
                reached++;
            } else {
                quote.expectProblem(400, "INVALID_REQUEST");
            }
        }
        assertThat(reached).as("addresses that reached it").isPositive();
    }
}
