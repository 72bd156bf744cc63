package io.niaga.service.openapi;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** A controller's method, as the document asks about it. */
record Signature(HandlerMethod handler) {
    /** Its own, or one that says nothing. */
    Contract contract() {
        Contract own = handler.getMethodAnnotation(Contract.class);
        return own == null ? AnnotationUtils.synthesizeAnnotation(Contract.class) : own;
    }

    boolean needs(String header) {
        return List.of(contract().needs()).contains(header);
    }

    boolean takes(Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), annotation);
    }

    boolean answersEntity() {
        return handler.getMethod().getReturnType() == ResponseEntity.class;
    }
}
