package io.niaga.search.query;

import io.niaga.search.Told;
import io.niaga.search.index.Availability;
import java.util.List;
import java.util.Map;

/** A shop of forty products in both languages, to be judged by. */
final class JudgedShop {
    private final Shop shop;

    private JudgedShop(Shop shop) {
        this.shop = shop;
    }

    static void fill(Shop shop) {
        JudgedShop judged = new JudgedShop(shop);
        judged.shirts();
        judged.shoes();
        judged.things();
        for (String sku : List.of("KMJ-PRG-CKL-M", "RUN-MAN-42", "LAMP-1", "TAS-1")) {
            shop.stock(sku, Availability.IN_STOCK);
        }
        shop.category("pakaian/pria/kemeja", Map.of("id", "Kemeja", "en", "Shirts"));
        shop.category("sepatu", Map.of("id", "Alas Kaki", "en", "Footwear"));
    }

    private void shirts() {
        shop.put(
                named("parang", "Kemeja Parang", "Parang shirt")
                        .in("pakaian/pria/kemeja")
                        .specification(Map.of("material", "katun", "motif", "parang"))
                        .variant("KMJ-PRG-CKL-M", "249000", "colour", "cokelat", "size", "M")
                        .variant("KMJ-PRG-HTM-M", "239000", "colour", "hitam", "size", "M"),
                named("kawung", "Kemeja Kawung Lengan Panjang", "Kawung long sleeve shirt")
                        .in("pakaian/pria/kemeja")
                        .variant("KMJ-KWG-1", "260000", "colour", "biru"),
                named("flanel", "Kemeja Flanel Kotak", "Checked flannel shirt")
                        .in("pakaian/pria/kemeja")
                        .variant("KMJ-FLN-1", "199000", "colour", "merah")
                        .variant("KMJ-FLN-2", "199000", "colour", "hijau"),
                named("putih", "Kemeja Putih Polos", "Plain white shirt")
                        .in("pakaian/pria/kemeja")
                        .variant("KMJ-PTH-1", "150000", "colour", "putih"),
                named("kaos", "Kaos Polos", "Plain t-shirt")
                        .in("pakaian/pria")
                        .variant("KS-1", "80000", "colour", "merah"),
                named("celana", "Celana Panjang Chino", "Chino trousers")
                        .in("pakaian/pria")
                        .description("id", "Cocok dipakai dengan kemeja atau kaos."),
                named("rok", "Rok Batik", "Batik skirt").in("pakaian/wanita"),
                named("gaun", "Gaun Pesta Merah", "Red party dress").in("pakaian/wanita"),
                named("sarung", "Sarung Tenun", "Woven sarong").in("pakaian"),
                named("dasi", "Dasi Sutra", "Silk tie").description("id", "Untuk kemeja putih."),
                named("jaket", "Jaket Hujan", "Rain jacket"),
                named("piyama", "Piyama Anak", "Children's pyjamas"));
    }

    private void shoes() {
        shop.put(
                named("lari-pria", "Sepatu Lari Pria", "Men's running shoes")
                        .in("sepatu")
                        .brand("Garuda")
                        .variant("RUN-MAN-42", "550000", "size", "42"),
                named("lari-wanita", "Sepatu Lari Wanita", "Women's running shoes")
                        .in("sepatu")
                        .brand("Garuda"),
                named("sepatu-kulit", "Sepatu Kulit", "Leather shoes").in("sepatu"),
                named("sandal", "Sandal Gunung", "Hiking sandals").in("sepatu"),
                named("kaus-kaki", "Kaus Kaki Lari", "Running socks").brand("Garuda"),
                named("semir", "Semir Sepatu", "Shoe polish"),
                named("tali", "Tali Sepatu", "Shoe laces"),
                named("treadmill", "Alat Lari di Rumah", "Treadmill")
                        .description("en", "Running at home, wear shoes."));
    }

    private void things() {
        shop.put(
                named("lampu", "Lampu Meja", "Desk lamp").brand("Terang").variant("LAMP-1", "120000"),
                named("bohlam", "Bohlam LED 9W", "LED bulb 9W").brand("Terang"),
                named("kopi", "Kopi Gayo Bubuk", "Gayo ground coffee").brand("Nusantara Kopi"),
                named("teh", "Teh Melati", "Jasmine tea"),
                named("cangkir", "Cangkir Kopi", "Coffee cup"),
                named("gelas", "Gelas Minum Kaca", "Drinking glass"),
                named("botol", "Botol Minuman", "Drink bottle"),
                named("panci", "Panci Stainless", "Stainless pot"),
                named("wajan", "Wajan Anti Lengket", "Non-stick pan"),
                named("pisau", "Pisau Dapur", "Kitchen knife"),
                named("meja", "Meja Belajar", "Study desk"),
                named("kursi", "Kursi Kantor", "Office chair"),
                named("rak", "Rak Buku", "Book shelf"),
                named("buku", "Buku Resep Masakan", "Cookbook"),
                named("mainan", "Mainan Edukasi Anak", "Educational toy"),
                named("boneka", "Boneka Beruang", "Teddy bear"),
                named("tas", "Tas Ransel", "Backpack").variant("TAS-1", "300000", "colour", "hitam"),
                named("dompet", "Dompet Kulit", "Leather wallet"),
                named("jam", "Jam Tangan", "Wrist watch"),
                named("cafe", "Saringan Café", "Café filter"));
    }

    private static Told named(String id, String indonesian, String english) {
        return Told.product(id, indonesian).name(Map.of("id", indonesian, "en", english));
    }
}
