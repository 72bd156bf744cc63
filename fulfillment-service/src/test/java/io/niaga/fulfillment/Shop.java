package io.niaga.fulfillment;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store of its own for one test, with its staff, one warehouse, and what other services ask for. */
public final class Shop {
    public final StoreId store;
    public final String warehouse;
    public final Api guest;
    public final Api admin;
    public final Api seller;
    public final Api packer;
    public final Api support;
    public final Api buyer;
    public final Api operator;
    public final Api stranger;
    public final Api orders;
    public final Api catalog;

    public Shop(Api api) {
        this(
                api,
                StoreId.of(new TypeId("sto", UUID.randomUUID()).toString()),
                new TypeId("whs", UUID.randomUUID()).toString());
    }

    /** The same store with fresh tokens. */
    public Shop again(Api api) {
        return new Shop(api, store, warehouse);
    }

    private Shop(Api api, StoreId store, String warehouse) {
        this.store = store;
        this.warehouse = warehouse;
        guest = api;
        admin = api.as(TestTokens.member(Role.ADMINISTRATOR, store));
        seller = api.as(TestTokens.member(Role.SELLER, store));
        packer = api.as(TestTokens.member(Role.WAREHOUSE, store));
        support = api.as(TestTokens.member(Role.SUPPORT, store));
        buyer = api.as(TestTokens.customer());
        operator = api.as(TestTokens.operator());
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        stranger = api.as(TestTokens.member(Role.ADMINISTRATOR, other));
        orders = api.as(TestTokens.service("order-service"));
        catalog = api.as(TestTokens.service("catalog-service"));
    }

    public Shop open() {
        open(warehouse, true);
        return this;
    }

    public void open(String id, boolean isDefault) {
        admin.put("/v1/warehouses/" + id, warehouse("Gudang", isDefault)).expect(200);
    }

    public Map<String, Object> warehouse(String name, boolean isDefault) {
        return Map.of("storeId", store.value(), "name", name, "countryCode", "ID", "default", isDefault);
    }

    public String stock(String sku) {
        return "/v1/stock/" + sku + "?store=" + store;
    }

    public Shop counted(String sku, int units) {
        seller.put(stock(sku), Map.of("onHand", units, "reason", "COUNT")).expect(200);
        return this;
    }

    public String key(String sku) {
        return store + "/" + sku + "/" + warehouse;
    }

    public static TypeId order() {
        return new TypeId("ord", UUID.randomUUID());
    }

    public static String reservation(TypeId order) {
        return "/internal/v1/reservations/" + order.withPrefix("rsv");
    }

    public Answer reserve(TypeId order, long fence, Map<String, Integer> units) {
        return orders.put(reservation(order), wanted(order, fence, units));
    }

    public Answer commit(TypeId order, long fence) {
        return orders.put(reservation(order) + "/commitment", Map.of("fence", fence));
    }

    public Answer release(TypeId order, long fence) {
        return orders.delete(reservation(order) + "?fence=" + fence);
    }

    public Map<String, Object> wanted(TypeId order, long fence, Map<String, Integer> units) {
        List<Map<String, Object>> lines = new ArrayList<>();
        new LinkedHashMap<>(units)
                .forEach((sku, n) -> lines.add(Map.of("line", lines.size() + 1, "sku", sku, "quantity", n)));
        Map<String, Object> address = new HashMap<>(Map.of(
                "recipient", "Budi Santoso",
                "phone", "+6281234567890",
                "lines", List.of("Jl. Merdeka 1"),
                "postalCode", "10110",
                "country", "ID"));
        address.put("villageCode", "31.71.01.1001");
        Map<String, Object> body = new HashMap<>(Map.of(
                "orderId",
                order.toString(),
                "orderNumber",
                "N-1",
                "storeId",
                store.value(),
                "fence",
                fence,
                "lines",
                lines,
                "shipping",
                Map.of(
                        "optionId", "sho_00000000000000000000000000",
                        "carrier", "sandbox",
                        "service", "REG",
                        "promisedBy", "2099-01-01T00:00:00Z"),
                "address",
                address));
        body.put("payBy", "2099-01-01T00:00:00Z");
        return body;
    }
}
