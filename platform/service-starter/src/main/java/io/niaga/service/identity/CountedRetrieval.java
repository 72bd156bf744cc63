package io.niaga.service.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;

/** Fetches the issuer's keys and counts when that fails. */
final class CountedRetrieval implements ResourceRetriever {
    private final ResourceRetriever retriever;
    private final IdentityFailures failures;

    CountedRetrieval(ResourceRetriever retriever, IdentityFailures failures) {
        this.retriever = retriever;
        this.failures = failures;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            return retriever.retrieveResource(url);
        } catch (IOException failure) {
            failures.failed(failure);
            throw failure;
        }
    }
}
