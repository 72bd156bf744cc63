package io.niaga.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up assortment, the same for the same size: products with two variants, an Indonesian and an English text. */
record Assortment(String prefix, int products) {
    private static final List<String> THINGS = List.of(
            "Kemeja",
            "Kaus",
            "Celana",
            "Rok",
            "Sarung",
            "Selendang",
            "Jaket",
            "Tas",
            "Sandal",
            "Topi",
            "Gaun",
            "Rompi");
    private static final List<String> MOTIFS = List.of(
            "Parang", "Kawung", "Truntum", "Mega Mendung", "Sekar Jagad", "Sidomukti", "Lereng", "Tambal", "Polos");
    private static final List<String> COLOURS =
            List.of("cokelat", "biru", "hitam", "putih", "hijau", "merah", "kuning", "abu-abu");
    private static final List<String> SIZES = List.of("S", "M", "L", "XL");
    private static final List<String> BRANDS = List.of("Nusantara", "Lawas", "Samudra", "Rimba", "Kartika", "Melati");
    private static final List<String> MATERIALS = List.of("katun", "sutra", "linen", "rami", "rayon");
    private static final List<String> WORDS = List.of(
            "nyaman dipakai seharian",
            "dicap dengan tangan",
            "jahitan rapi dan kuat",
            "warna alam yang tidak luntur",
            "ringan dan sejuk",
            "cocok untuk kantor",
            "untuk pesta dan undangan",
            "dibuat oleh perajin Pekalongan",
            "dikemas dalam kotak",
            "mudah dicuci",
            "potongan longgar",
            "kancing batok kelapa");

    String sku(int product, int variant) {
        return prefix + "-" + product + "-" + (variant == 0 ? "A" : "B");
    }

    /** Words that a buyer may look for: several products fit each. */
    String words(int number) {
        return THINGS.get(number % THINGS.size()) + " " + MOTIFS.get(number / THINGS.size() % MOTIFS.size());
    }

    /** Writes an import file of some of the products, one variant per line. */
    Path write(Path file, int from, int to) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int product = from; product < to; product++) {
                SplittableRandom random = new SplittableRandom(product);
                String common = common(product, random);
                int size = random.nextInt(SIZES.size() - 1);
                String colour = pick(COLOURS, random);
                for (int variant = 0; variant < 2; variant++) {
                    out.write(common
                            + "\"sku\":\"%s\",\"options\":{\"colour\":\"%s\",\"motif\":\"%s\",\"size\":\"%s\"},\"onHand\":1000000}\n"
                                    .formatted(
                                            sku(product, variant),
                                            colour,
                                            MOTIFS.get(product / THINGS.size() % MOTIFS.size())
                                                    .toLowerCase(java.util.Locale.ROOT),
                                            SIZES.get(size + variant)));
                }
            }
        }
        return file;
    }

    private String common(int product, SplittableRandom random) {
        String thing = THINGS.get(product % THINGS.size());
        return """
                {"product":"%s-%d","name":{"id":"%s %d","en":"%s no. %d"},"description":{"id":"%s, %s, %s."},\
                "category":["Pakaian","%s"],"brand":"%s","specification":{"material":"%s"},\
                "price":{"amount":"%d.00","currency":"IDR"},\
                "media":[{"type":"IMAGE","url":"https://media.niaga.example/%d.jpg","alt":{"id":"%s"}}],""".formatted(
                        prefix,
                        product,
                        words(product),
                        product,
                        words(product),
                        product,
                        pick(WORDS, random),
                        pick(WORDS, random),
                        pick(WORDS, random),
                        thing,
                        pick(BRANDS, random),
                        pick(MATERIALS, random),
                        (20 + random.nextInt(480)) * 1000,
                        product,
                        words(product));
    }

    private static String pick(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
