package io.niaga.service.clients;

import io.niaga.types.FieldError;
import java.util.List;
import java.util.Map;

/** Another service understood the request and said no, with a code to branch on. Nothing was done. */
public final class RemoteRefused extends RuntimeException {
    private final int status;
    private final String code;
    private final String detail;
    private final transient Map<String, Object> params;
    private final transient List<FieldError> errors;

    public RemoteRefused(int status, String code, String detail, Map<String, Object> params, List<FieldError> errors) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.params = Map.copyOf(params);
        this.errors = List.copyOf(errors);
    }

    public int status() {
        return status;
    }

    /** The stable code of the problem document. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> params() {
        return params;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
