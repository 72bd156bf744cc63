package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

class DocumentTypeTest {
    private static final int BYTES = 20_000;
    private static final int ENOUGH = 100;

    private final Document large = new Document("_id", 1).append("text", "x".repeat(BYTES));

    @Test
    void what_is_only_read_counts_as_what_it_is() {
        DocumentType reading = new DocumentType();
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(reading.read(written())).isEqualTo(large);
        }
        assertThat(reading.getMemory(large)).isGreaterThan(BYTES * DocumentType.MEMORY_PER_BYTE * 9 / 10);
    }

    @Test
    void what_is_written_counts_as_what_it_is() {
        DocumentType writing = new DocumentType();
        for (int i = 0; i < ENOUGH; i++) {
            writing.write(new WriteBuffer(), large);
        }
        assertThat(writing.getMemory(large)).isGreaterThan(BYTES * DocumentType.MEMORY_PER_BYTE * 9 / 10);
    }

    private ByteBuffer written() {
        WriteBuffer buffer = new WriteBuffer();
        new DocumentType().write(buffer, large);
        ByteBuffer bytes = buffer.getBuffer();
        bytes.flip();
        return bytes;
    }
}
