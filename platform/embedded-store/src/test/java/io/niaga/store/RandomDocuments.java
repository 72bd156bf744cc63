package io.niaga.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Documents, filters and changes over a few paths with few values, so that everything meets: numbers of three types, arrays, nulls. */
final class RandomDocuments {
    private static final long EPOCH = 1_700_000_000_000L;

    private final Random random;
    private final int documents;

    RandomDocuments(Random random, int documents) {
        this.random = random;
        this.documents = documents;
    }

    Document document(int id) {
        Document document = new Document("_id", id).append("s", letter()).append("d", date());
        if (random.nextInt(10) > 0) {
            document.append("n", number());
        }
        if (random.nextInt(5) > 0) {
            document.append("tags", some(4, () -> "t" + random.nextInt(8)));
        }
        if (random.nextInt(4) > 0) {
            document.append("o", new Document("k", random.nextInt(6) == 0 ? null : random.nextInt(10)));
        }
        switch (random.nextInt(7)) {
            case 0 -> document.append("mix", "x" + random.nextInt(5));
            case 1 -> document.append("mix", random.nextInt(5));
            case 2 -> document.append("mix", null);
            case 3 -> document.append("mix", random.nextBoolean());
            case 4 -> document.append("mix", some(3, () -> random.nextInt(5)));
            default -> {}
        }
        List<Object> items = some(3, this::item);
        if (!items.isEmpty() || random.nextInt(4) == 0) {
            document.append("items", items);
        }
        return document;
    }

    private Document item() {
        Document item = new Document("qty", random.nextInt(5));
        if (random.nextInt(5) > 0) {
            item.append("sku", "k" + random.nextInt(20));
        }
        if (random.nextInt(3) > 0) {
            item.append("marks", some(3, () -> random.nextInt(6)));
        }
        return item;
    }

    private interface Element {
        Object make();
    }

    private List<Object> some(int fewerThan, Element element) {
        List<Object> list = new ArrayList<>();
        for (int k = random.nextInt(fewerThan); k > 0; k--) {
            list.add(element.make());
        }
        return list;
    }

    private String letter() {
        return String.valueOf((char) ('a' + random.nextInt(5)));
    }

    private Object number() {
        int n = random.nextInt(50);
        return switch (random.nextInt(3)) {
            case 0 -> n + 0.5;
            case 1 -> n;
            default -> (long) n;
        };
    }

    private Date date() {
        return new Date(EPOCH + random.nextInt(1000) * 1000L);
    }

    Document order() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> null;
            case 2 -> new Document("n", direction()).append("_id", 1);
            case 3 -> new Document("s", 1).append("d", -1).append("_id", 1);
            case 4 -> new Document("d", direction()).append("_id", -1);
            case 5 -> new Document("_id", direction());
            default -> new Document("s", 1).append("n", 1).append("_id", 1);
        };
    }

    private int direction() {
        return random.nextBoolean() ? 1 : -1;
    }

    Document filter() {
        Document filter = new Document();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            addPart(filter);
        }
        return filter;
    }

    private void addPart(Document filter) {
        if (random.nextBoolean()) {
            addSimplePart(filter);
        } else {
            addOtherPart(filter);
        }
    }

    private void addSimplePart(Document filter) {
        switch (random.nextInt(10)) {
            case 0 -> filter.append("s", letter());
            case 1 -> filter.append("s", in("a", "c", "zz"));
            case 2 -> filter.append("n", new Document("$gt", random.nextInt(40)).append("$lte", random.nextInt(60)));
            case 3 -> filter.append("n", random.nextInt(50));
            case 4 -> filter.append("tags", "t" + random.nextInt(10));
            case 5 -> filter.append("tags", in("t1", "t2", "t3"));
            case 6 -> filter.append("o.k", random.nextInt(3) == 0 ? null : random.nextInt(10));
            case 7 -> filter.append("mix", random.nextInt(3) == 0 ? null : random.nextInt(5));
            case 8 -> filter.append("d", new Document(random.nextBoolean() ? "$gte" : "$lt", date()));
            default -> filter.append("items.sku", "k" + random.nextInt(20));
        }
    }

    private void addOtherPart(Document filter) {
        switch (random.nextInt(10)) {
            case 0 ->
                filter.append("$and", List.of(new Document("s", "b"), new Document("n", new Document("$lt", 20))));
            case 1 -> filter.append("mix", new Document("$exists", random.nextBoolean()));
            case 2 -> filter.append("items.marks", random.nextInt(6));
            case 3 -> filter.append("items.sku", random.nextInt(3) == 0 ? null : in("k1", "k2", "k3"));
            case 4 -> filter.append("_id", new Document("$gte", random.nextInt(documents)));
            case 5 -> filter.append("_id", in(random.nextInt(documents), random.nextInt(documents), -1));
            case 6 -> filter.append("items", new Document("$elemMatch", element()));
            case 7 -> filter.append("s", new Document("$ne", letter()));
            case 8 -> filter.append("n", new Document("$not", new Document("$gte", random.nextInt(50))));
            default -> filter.append("$or", List.of(new Document("s", "a"), new Document("n", 3)));
        }
    }

    private Document element() {
        return new Document("sku", "k" + random.nextInt(20)).append("qty", new Document("$gte", random.nextInt(4)));
    }

    private static Document in(Object... values) {
        return new Document("$in", Arrays.asList(values));
    }

    /** One random change, the same in each collection. */
    void change(List<MongoCollection<Document>> collections) {
        int id = random.nextInt(documents);
        Document fresh = document(id);
        Bson same = Filters.eq("_id", id);
        int kind = random.nextInt(6);
        for (MongoCollection<Document> c : collections) {
            switch (kind) {
                case 0 -> c.updateOne(same, Updates.set("s", fresh.get("s")));
                case 1 -> c.replaceOne(same, new Document(fresh));
                case 2 -> c.findOneAndUpdate(same, Updates.push("tags", "t9"));
                case 3 -> c.updateOne(same, Updates.unset("items"));
                case 4 -> c.updateMany(Filters.eq("s", fresh.get("s")), Updates.set("mix", fresh.get("mix")));
                default -> {
                    c.deleteOne(same);
                    c.insertOne(new Document(fresh));
                }
            }
        }
    }
}
