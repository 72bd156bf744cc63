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
        String variable = Topology.service(callee).urlVariable();
        return placed(caller, variable, "http://127.0.0.1:", stack.port(callee));
    }

    synchronized FaultProxy toDatabase(String service) {
        return placed(service, "NIAGA_MONGODB_URI", "mongodb://127.0.0.1:", stack.port(Topology.DATABASE_NAME));
    }

    /** What the service is to be started with besides its lines; from its next line on. */
    synchronized void set(String service, Map<String, String> more) {
        variables.computeIfAbsent(service, name -> new HashMap<>()).putAll(more);
    }

    private FaultProxy placed(String service, String variable, String prefix, int port) {
        FaultProxy proxy = FaultProxy.to(port);
        open.add(proxy);
        Map<String, String> all = variables.computeIfAbsent(service, name -> new HashMap<>());
        all.put(variable, prefix + proxy.port());
        faults.start(service, all);
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
