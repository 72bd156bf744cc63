package io.niaga.users;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.service.audit.AuditTrail;
import io.niaga.service.clients.ServiceToken;
import io.niaga.types.Permissions;
import io.niaga.users.account.Accounts;
import io.niaga.users.account.Directory;
import io.niaga.users.account.ManageAccount;
import io.niaga.users.account.RegisterAccount;
import io.niaga.users.account.keycloak.KeycloakDirectory;
import io.niaga.users.account.messaging.OutboxAccountEvents;
import io.niaga.users.account.mongo.MongoAccounts;
import io.niaga.users.audit.AuditEntries;
import io.niaga.users.audit.ReadAudit;
import io.niaga.users.audit.messaging.AuditListener;
import io.niaga.users.audit.mongo.MongoAuditEntries;
import io.niaga.users.notification.Contacts;
import io.niaga.users.notification.Notifications;
import io.niaga.users.notification.ReadNotifications;
import io.niaga.users.notification.SendNotifications;
import io.niaga.users.notification.messaging.OrderNewsListener;
import io.niaga.users.notification.messaging.RefundListener;
import io.niaga.users.notification.messaging.ReturnListener;
import io.niaga.users.notification.mongo.MongoNotifications;
import io.niaga.users.notification.smtp.SmtpTransport;
import io.niaga.users.partner.ApiClientAccess;
import io.niaga.users.partner.ApiClients;
import io.niaga.users.partner.ClientDirectory;
import io.niaga.users.partner.IssueApiClient;
import io.niaga.users.partner.Provisioning;
import io.niaga.users.partner.ReadApiClients;
import io.niaga.users.partner.RemoveApiClient;
import io.niaga.users.partner.RenewClientSecret;
import io.niaga.users.partner.keycloak.KeycloakClients;
import io.niaga.users.partner.messaging.OutboxApiClientEvents;
import io.niaga.users.partner.mongo.MongoApiClients;
import io.niaga.users.store.AppointMember;
import io.niaga.users.store.ManageStore;
import io.niaga.users.store.ReadMembers;
import io.niaga.users.store.Stores;
import io.niaga.users.store.messaging.OutboxStoreEvents;
import io.niaga.users.store.mongo.MongoStores;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class UsersConfiguration {
    @Bean
    RestClient identityServer(UsersProperties settings, ServiceToken token) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
        http.setReadTimeout(Duration.ofSeconds(5));
        return RestClient.builder()
                .requestFactory(http)
                .baseUrl(settings.directoryUrl())
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(token.bearer());
                    ClientHttpResponse answer = execution.execute(request, body);
                    if (answer.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
                        token.forget();
                    }
                    return answer;
                })
                .build();
    }

    @Bean
    Directory directory(RestClient identityServer) {
        return new KeycloakDirectory(identityServer);
    }

    @Bean
    Accounts accounts(Outboxes outboxes) {
        return new MongoAccounts(outboxes.collection("accounts"), OutboxAccountEvents::registered);
    }

    @Bean
    RegisterAccount registerAccount(Accounts accounts, Directory directory, Clock clock) {
        return new RegisterAccount(accounts, directory, clock);
    }

    @Bean
    ManageAccount manageAccount(Accounts accounts, Directory directory, Clock clock) {
        return new ManageAccount(accounts, directory, clock);
    }

    @Bean
    Stores stores(Outboxes outboxes, AuditTrail audit, Clock clock) {
        OutboxStoreEvents events = new OutboxStoreEvents(audit, clock);
        return new MongoStores(outboxes.collection("stores"), events::told);
    }

    @Bean
    ManageStore manageStore(Stores stores, Permissions permissions, Clock clock) {
        return new ManageStore(stores, permissions, clock);
    }

    @Bean
    AppointMember appointMember(Stores stores, Directory directory, Permissions permissions) {
        return new AppointMember(stores, directory, permissions);
    }

    @Bean
    ReadMembers readMembers(Stores stores, Directory directory, Permissions permissions) {
        return new ReadMembers(stores, directory, permissions);
    }

    @Bean
    ApiClients apiClients(Outboxes outboxes, AuditTrail audit) {
        return new MongoApiClients(outboxes.collection("api_clients"), new OutboxApiClientEvents(audit)::told);
    }

    @Bean
    ClientDirectory clientDirectory(RestClient identityServer) {
        return new KeycloakClients(identityServer);
    }

    @Bean
    ApiClientAccess apiClientAccess(Permissions permissions) {
        return new ApiClientAccess(permissions);
    }

    @Bean
    Provisioning provisioning(ApiClients clients, ClientDirectory directory, Directory people) {
        return new Provisioning(clients, directory, people);
    }

    @Bean
    IssueApiClient issueApiClient(
            ApiClients clients, Stores stores, Provisioning provisioning, Permissions permissions, Clock clock) {
        return new IssueApiClient(clients, stores, provisioning, permissions, clock);
    }

    @Bean
    RenewClientSecret renewClientSecret(
            ApiClients clients, ApiClientAccess access, Provisioning provisioning, Clock clock) {
        return new RenewClientSecret(clients, access, provisioning, clock);
    }

    @Bean
    RemoveApiClient removeApiClient(
            ApiClients clients, ClientDirectory directory, ApiClientAccess access, Clock clock) {
        return new RemoveApiClient(clients, directory, access, clock);
    }

    @Bean
    ReadApiClients readApiClients(ApiClients clients, ApiClientAccess access) {
        return new ReadApiClients(clients, access);
    }

    @Bean
    AuditEntries auditEntries(MongoTemplate mongo) {
        return new MongoAuditEntries(mongo);
    }

    @Bean
    ReadAudit readAudit(AuditEntries entries, Permissions permissions) {
        return new ReadAudit(entries, permissions);
    }

    @Bean
    Subscription auditTopic(AuditEntries entries) {
        return new AuditListener(entries).subscription();
    }

    @Bean
    Notifications notifications(MongoTemplate mongo) {
        return new MongoNotifications(mongo);
    }

    @Bean
    ReadNotifications readNotifications(Notifications notifications, Permissions permissions) {
        return new ReadNotifications(notifications, permissions);
    }

    @Bean
    Subscription orderNews(Notifications notifications) {
        return new OrderNewsListener(notifications).orders();
    }

    @Bean
    Subscription orderEnds(Notifications notifications) {
        return new OrderNewsListener(notifications).ends();
    }

    @Bean
    Subscription shipmentNews(Notifications notifications) {
        return new OrderNewsListener(notifications).shipments();
    }

    @Bean
    Subscription refundNews(Notifications notifications) {
        return new RefundListener(notifications).subscription();
    }

    @Bean
    Subscription returnNews(Notifications notifications) {
        return new ReturnListener(notifications).subscription();
    }

    @Bean
    SendNotifications sendNotifications(
            Notifications notifications, Contacts contacts, UsersProperties settings, Clock clock) {
        SmtpTransport transport = new SmtpTransport(settings.smtpUrl(), settings.mailFrom());
        return new SendNotifications(notifications, contacts, transport, clock);
    }

    @Bean
    LetterMeters letterMeters(MeterRegistry meters, Notifications notifications, Clock clock) {
        return new LetterMeters(meters, notifications, clock);
    }

    @Bean
    UsersSchedule usersSchedule(SendNotifications send, RemoveApiClient remove) {
        return new UsersSchedule(send, remove);
    }
}
