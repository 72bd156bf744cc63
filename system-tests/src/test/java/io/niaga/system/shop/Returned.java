package io.niaga.system.shop;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Goods of a purchase on their way back: {@code Returned.of(stack, purchase, sku, 1, "DAMAGED").approved().arrived()}. */
public final class Returned {
    private final SystemStack stack;
    private final String sku;
    private final String path;

    private Returned(SystemStack stack, String sku, String path) {
        this.stack = stack;
        this.sku = sku;
        this.path = path;
    }

    /** What the buyer is answered who asks for it. */
    public static Answer tryAsk(Purchase purchase, String sku, int quantity, String reason) {
        Map<String, Object> line = Map.of("sku", sku, "quantity", quantity, "reason", reason);
        return purchase.api()
                .once(UUID.randomUUID().toString())
                .post("/v1/returns", Map.of("orderId", purchase.id(), "lines", List.of(line)));
    }

    /** Asked for by the buyer. */
    public static Returned of(SystemStack stack, Purchase purchase, String sku, int quantity, String reason) {
        Answer asked = tryAsk(purchase, sku, quantity, reason).expect(201);
        assertThat(asked.text("/state")).isEqualTo("REQUESTED");
        return new Returned(stack, sku, asked.location());
    }

    /** By the staff who answer customers. */
    public Returned approved() {
        return said("support", "approval", "APPROVED");
    }

    /** At the warehouse, unopened. */
    public Returned arrived() {
        return said("warehouse", "receipt", "RECEIVED");
    }

    /** Looked at by the warehouse; stock and money follow, and then it is settled. */
    public Answer inspected(int resellable, int damaged) {
        int status = tryInspect("warehouse", resellable, damaged).status();
        assertThat(status).isIn(200, 202);
        eventually(() -> assertThat(shown().text("/state")).isEqualTo("SETTLED"));
        return shown();
    }

    public Answer tryInspect(String person, int resellable, int damaged) {
        Map<String, Object> found = Map.of("sku", sku, "resellable", resellable, "damaged", damaged, "missing", 0);
        return stack.as(person).post(path + "/inspection", Map.of("lines", List.of(found)));
    }

    /** As staff see it. */
    public Answer shown() {
        return stack.as("support").get(path).expect(200);
    }

    public String path() {
        return path;
    }

    private Returned said(String person, String word, String state) {
        Api staff = stack.as(person);
        assertThat(staff.post(path + "/" + word).expect(200).text("/state")).isEqualTo(state);
        return this;
    }
}
