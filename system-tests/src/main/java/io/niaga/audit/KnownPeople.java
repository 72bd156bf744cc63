package io.niaga.audit;

import java.util.Arrays;
import org.bson.Document;

/** Everything personal that the databases know of buyers, as hashes. */
final class KnownPeople {
    private static final int FIRST = 1024;
    private long[] hashes = new long[FIRST];
    private int count;

    private KnownPeople() {}

    static long[] in(Databases databases) {
        KnownPeople known = new KnownPeople();
        databases.pages(
                "orders.orders",
                Databases.only("terms.contact", "terms.address", "destination"),
                page -> page.forEach(order -> {
                    known.add(Fields.text(order, "terms.contact.email"));
                    known.add(Fields.text(order, "terms.contact.phone"));
                    known.address(Fields.part(order, "terms.address"));
                    known.address(Fields.part(order, "destination.address"));
                    known.address(Fields.part(order, "destination.wanted"));
                }));
        databases.pages(
                "users.accounts",
                Databases.only("email", "name", "phone", "addresses"),
                page -> page.forEach(a -> {
                    known.add(Fields.text(a, "email"));
                    known.add(Fields.text(a, "name"));
                    known.add(Fields.text(a, "phone"));
                    Fields.list(a, "addresses").forEach(known::address);
                }));
        return Arrays.copyOf(known.hashes, known.count);
    }

    private void address(Document address) {
        add(Fields.text(address, "recipient"));
        add(Fields.text(address, "phone"));
        Fields.texts(address, "lines").forEach(this::add);
    }

    private void add(String text) {
        if (PersonalData.isTelling(text)) {
            hashes = count == hashes.length ? Arrays.copyOf(hashes, count * 2) : hashes;
            hashes[count++] = PersonalData.hash(text);
        }
    }
}
