package io.niaga.system.tour;

/** Bodies as people write them. */
final class TourFiles {
    /** Two variants of one product. */
    static final String SHIRTS = """
            {"product":"kemeja-parang","name":{"id":"Kemeja Parang","en":"Parang shirt"},"description":{"id":"Kemeja katun dengan motif parang."},"category":["Pakaian","Pria","Kemeja"],"brand":"Nusantara","specification":{"material":"katun"},"sku":"KMJ-PRG-CKL-M","options":{"colour":"cokelat","motif":"parang","size":"M"},"price":{"amount":"249000.00","currency":"IDR"},"onHand":25,"media":[{"type":"IMAGE","url":"https://media.niaga.example/kemeja-parang.jpg","alt":{"id":"Kemeja Parang, tampak depan"}}],"function":{"id":"Untuk kantor dan undangan."},"howToUse":{"id":"Cuci dengan tangan."},"contents":{"id":"Satu kemeja."},"quality":{"id":"Diperiksa dua kali."}}
            {"product":"kemeja-parang","name":{"id":"Kemeja Parang","en":"Parang shirt"},"category":["Pakaian","Pria","Kemeja"],"sku":"KMJ-PRG-CKL-L","options":{"colour":"cokelat","motif":"parang","size":"L"},"price":{"amount":"249000.00","currency":"IDR"},"onHand":4}
            """;

    /** For a cart, with so many points. */
    static final String QUOTE = """
            {"cartId":"%s","shippingAddress":{"recipient":"Budi Santoso","phone":"+6281234567890","lines":["Jl. Merdeka 1"],"villageCode":"31.71.01.1001","postalCode":"10110","country":"ID"},"shippingOptionId":null,"couponCode":null,"usePoints":%d}""";

    /** For a quote, by a payment method. */
    static final String ORDER = """
            {"quoteId":"%s","paymentMethod":"%s","contact":{"email":"budi@example.com","phone":"+6281234567890"}}""";

    private TourFiles() {}
}
