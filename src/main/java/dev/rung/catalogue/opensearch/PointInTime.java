package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;

/**
 * One state of one generation, held open in the cluster for everybody in this process who looks at it.
 *
 * <p>Guarded by {@link PointsInTime}.
 */
final class PointInTime {
    /** How long the cluster holds it open after it was last used. */
    static final String KEEP_ALIVE = "10m";

    private final Head head;
    private volatile String id;
    private int holds;
    private boolean isNewest = true;
    private boolean isKept;

    PointInTime(Head head, String id) {
        this.head = head;
        this.id = id;
    }

    Generation generation() {
        return head.shown();
    }

    long version(Kind<?> kind) {
        return head.version(kind);
    }

    /** What the cluster calls it. */
    String id() {
        return id;
    }

    /** Another one of the same state takes its place in the cluster. */
    void replaced(String other) {
        id = other;
    }

    boolean shows(Head other) {
        return head.generation().equals(other.generation()) && head.sequence() == other.sequence();
    }

    PointInTime hold() {
        holds++;
        return this;
    }

    void letGo() {
        holds--;
    }

    void superseded() {
        isNewest = false;
    }

    /** Pages to come will ask for it, maybe those of another process; it ends by itself when nobody does. */
    void kept() {
        isKept = true;
    }

    boolean isKept() {
        return isKept;
    }

    boolean isUnused() {
        return holds == 0 && !isNewest && !isKept;
    }
}
