package io.niaga.localstack.seed;

import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the demo store: the store, its members, its warehouse, its shipping table, its assortment with stock.
 *
 * <p>What is there stays as it is, so that a second run changes nothing.
 */
public final class Seed {
    /** The warehouse of the demo store. */
    public static final String WAREHOUSE = "whs_01kavf8000e008000000000001";

    private static final int NOT_FOUND = 404;
    private static final String STORE = "/v1/stores/" + Topology.DEMO_STORE;
    private final Api api;
    private final BiConsumer<String, String> progress;

    /**
     * @param progress is told what has been reached, and what about it
     */
    public Seed(Ports ports, BiConsumer<String, String> progress) {
        this.api = new Api(ports);
        this.progress = progress;
    }

    public void run() {
        putUnlessThere("operator", STORE, "store.json");
        appointMembers();
        putUnlessThere("admin", "/v1/warehouses/" + WAREHOUSE, "warehouse.json");
        putUnlessThere("admin", STORE + "/shipping-table", "shipping-table.json");
        DemoProducts missing = DemoProducts.read().where(sku -> !isCounted(sku));
        if (!missing.lines().isEmpty()) {
            imported(missing);
        }
        int products = awaitFindable(DemoProducts.read().products());
        progress.accept("demo store", "has " + products + " products");
    }

    private void putUnlessThere(String person, String path, String file) {
        if (api.get(person, path).status() != NOT_FOUND) {
            return;
        }
        // Another service may not have heard of the store yet.
        Answer answer = Api.until(
                () -> api.put(person, path, Resource.text(file)), put -> put.isOk() || put.status() != NOT_FOUND);
        if (!answer.isOk()) {
            throw new SeedFailed("PUT " + path + " was answered " + answer);
        }
    }

    /** The realm's groups let the demo people in; the store's own list of members says the same. */
    private void appointMembers() {
        String known = api.get("operator", STORE + "/members?limit=100").body();
        JsonNode members = JsonMapper.shared().readTree(Resource.text("members.json"));
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (!known.contains(member.getKey())) {
                String path = STORE + "/members/" + member.getKey();
                Answer answer = api.put("operator", path, member.getValue().toString());
                if (!answer.isOk()) {
                    throw new SeedFailed("PUT " + path + " was answered " + answer);
                }
            }
        }
    }

    private boolean isCounted(String sku) {
        return api.get("admin", "/v1/stock/" + sku + "?store=" + Topology.DEMO_STORE)
                .isOk();
    }

    private void imported(DemoProducts products) {
        String body = products.body();
        String key =
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString();
        Answer accepted = Api.until(
                () -> api.post(
                        "admin",
                        "/v1/product-imports?store=" + Topology.DEMO_STORE + "&publish=true",
                        "application/x-ndjson",
                        key,
                        body),
                answer -> answer.status() != NOT_FOUND);
        if (!accepted.isOk()) {
            throw new SeedFailed("The import of the demo products was answered " + accepted);
        }
        String job = "/v1/product-imports/" + accepted.json().path("id").asString();
        Answer done = Api.until(() -> api.get("admin", job), Seed::isOver);
        JsonNode rows = done.json().path("rows");
        if (!done.json().path("state").asString("").equals("DONE")
                || rows.path("rejected").asInt() > 0) {
            throw new SeedFailed("The import of the demo products ended as " + done + "; its rejected rows: "
                    + api.get("admin", job + "/rows?outcome=REJECTED"));
        }
    }

    private static boolean isOver(Answer answer) {
        return switch (answer.json().path("state").asString("")) {
            case "DONE", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }

    private int awaitFindable(int expected) {
        Answer list = Api.until(
                () -> api.get("buyer", "/v1/products?limit=100&store=" + Topology.DEMO_STORE),
                answer -> answer.json().path("items").size() >= expected);
        int found = list.json().path("items").size();
        if (found < expected) {
            throw new SeedFailed("Of " + expected + " demo products the shop lists " + found + ": " + list.status());
        }
        return found;
    }
}
