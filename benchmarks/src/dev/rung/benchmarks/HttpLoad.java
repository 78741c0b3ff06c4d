package dev.rung.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a running server the same recommendation from so many callers at once for so many seconds, and prints how many answers came a second
 * and how long they took. Only for a server on this machine.
 *
 * <pre>java HttpLoad.java http://127.0.0.1:8080 credentials 4 20</pre>
 */
public final class HttpLoad {
    private static final String BODY =
            "{\"text\":\"Four years in a hotel kitchen, I bake at home and want to do pastry\",\"limit\":10}";

    private HttpLoad() {}

    public static void main(String[] args) throws InterruptedException {
        URI address = URI.create(args[0] + "/v1/recommendations/" + args[1]);
        if (!address.getHost().equals("127.0.0.1")) throw new IllegalArgumentException("only for a server on 127.0.0.1");
        int callers = Integer.parseInt(args[2]);
        long end = System.nanoTime() + Long.parseLong(args[3]) * 1_000_000_000L;
        long[] took = new long[5_000_000];
        AtomicInteger count = new AtomicInteger();
        AtomicLong failed = new AtomicLong();
        CountDownLatch done = new CountDownLatch(callers);
        HttpClient client = HttpClient.newHttpClient();
        long start = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    if (ask(client, address)) took[count.getAndIncrement()] = System.nanoTime() - before;
                    else failed.incrementAndGet();
                }
                done.countDown();
            });
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        int n = count.get();
        Arrays.sort(took, 0, n);
        System.out.printf(
                "%d answers, %d failed, %.0f a second; p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
                n, failed.get(), n / seconds, at(took, n, .5), at(took, n, .99), at(took, n, .999));
    }

    private static boolean ask(HttpClient client, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static double at(long[] sorted, int n, double share) {
        return n == 0 ? Double.NaN : sorted[Math.min(n - 1, (int) (n * share))] / 1e6;
    }
}
