package io.niaga.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Grant;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTableTest {
    private static Permissions read(String yaml) {
        return PermissionTable.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void rows_become_grants() {
        assertThat(read("- {role: seller, action: stock:write, scope: store, fields: [/onHand]}")
                        .grants())
                .containsExactly(new Grant(Role.SELLER, "stock:write", Grant.Scope.STORE, List.of("/onHand")));
        assertThat(read("- {role: partner, action: stock:read, scope: store, token-scope: \"stock:write\"}")
                        .grants())
                .containsExactly(new Grant(Role.PARTNER, "stock:read", Grant.Scope.STORE, List.of(), "stock:write"));
        assertThat(read("").grants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {role: sellr, action: stock:write, scope: store}",
                "- {role: seller, action: stock, scope: store}",
                "- {role: seller, action: stock:write, scope: shop}",
                "- {role: seller, action: stock:write, scope: all}",
                "- {role: seller, action: stock:write}",
                "- {role: seller, action: stock:write, scope: store, field: [/onHand]}",
                "- {role: seller, action: stock:write, scope: store, fields: onHand}",
                "- {role: seller, action: stock:write, scope: store, fields: [onHand]}",
                "- {role: seller, role: support, action: stock:write, scope: store}",
                "- {role: seller, action: stock:read, scope: store, token-scope: \"stock:write\"}",
                "- {role: partner, action: stock:read, scope: store}",
                "- {role: partner, action: stock:read, scope: store, token-scope: [a]}",
                "- seller",
                "- {role: seller, action: a:b, scope: store}\n- {role: seller, action: a:b, scope: store}"
            })
    void anything_unknown_stops_the_service_from_starting(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(RuntimeException.class);
    }
}
