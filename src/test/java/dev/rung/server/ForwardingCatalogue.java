package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import java.util.List;

/** Passes everything on to another catalogue, for those that do one thing in their own way. */
abstract class ForwardingCatalogue implements Catalogue {
    private final Catalogue real;

    ForwardingCatalogue(Catalogue real) {
        this.real = real;
    }

    @Override
    public CatalogueView view() {
        return real.view();
    }

    @Override
    public void write(List<Change> changes) {
        real.write(changes);
    }

    @Override
    public void purge() {
        real.purge();
    }

    @Override
    public boolean isOutdated() {
        return real.isOutdated();
    }

    @Override
    public Rebuild rebuild() {
        return real.rebuild();
    }

    @Override
    public void close() {
        real.close();
    }
}
