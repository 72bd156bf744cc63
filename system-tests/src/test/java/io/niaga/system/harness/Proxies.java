package io.niaga.system.harness;

import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Topology;
import io.niaga.testsupport.FaultProxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines between processes that can be spoilt; a service may have several. */
final class Proxies {
    private final Stack stack;
    private final Faults faults;
    private final List<FaultProxy> open = new ArrayList<>();
    private final Map<String, Map<String, String>> variables = new HashMap<>();

    Proxies(Stack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    synchronized FaultProxy between(String caller, String callee) {
        FaultProxy line = putBetween(caller, callee);
        startAgain(caller);
        return line;
    }

    synchronized FaultProxy toDatabase(String service) {
        FaultProxy line = putToDatabase(service);
        startAgain(service);
        return line;
    }

    /** To all these and to its database, with one restart. */
    synchronized List<FaultProxy> around(String service, List<String> callees) {
        List<FaultProxy> lines = new ArrayList<>();
        for (String callee : callees) {
            lines.add(putBetween(service, callee));
        }
        lines.add(putToDatabase(service));
        startAgain(service);
        return lines;
    }

    /** What the service is to be started with besides its lines; from its next line on. */
    synchronized void set(String service, Map<String, String> more) {
        variables.computeIfAbsent(service, name -> new HashMap<>()).putAll(more);
    }

    private FaultProxy putBetween(String caller, String callee) {
        return put(caller, Topology.service(callee).urlVariable(), "http://127.0.0.1:", stack.port(callee));
    }

    private FaultProxy putToDatabase(String service) {
        return put(service, "NIAGA_MONGODB_URI", "mongodb://127.0.0.1:", stack.port(Topology.DATABASE_NAME));
    }

    /** Is used from the service's next start on. */
    private FaultProxy put(String service, String variable, String prefix, int port) {
        FaultProxy proxy = FaultProxy.to(port);
        open.add(proxy);
        set(service, Map.of(variable, prefix + proxy.port()));
        return proxy;
    }

    /** Starts it behind the lines it had. */
    synchronized void startAgain(String service) {
        faults.start(service, variables.getOrDefault(service, Map.of()));
    }

    /** Lets everything through, so that services can be stopped politely; they are started without proxies afterwards. */
    synchronized void heal() {
        open.forEach(FaultProxy::heal);
        variables.clear();
    }

    /** When nothing uses them any more. */
    synchronized void close() {
        open.forEach(FaultProxy::close);
        open.clear();
    }
}
