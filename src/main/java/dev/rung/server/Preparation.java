package dev.rung.server;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;

/** What is done to a record before it is written: skills that its text speaks of are added, say. */
public interface Preparation {
    /** Records are written as they come. */
    Preparation NONE = new Preparation() {
        @Override
        public <T> T prepare(Kind<T> kind, T record, CatalogueView view) {
            return record;
        }
    };

    /**
     * The record as it should be written.
     *
     * @param view the catalogue before the write
     * @throws dev.rung.skill.InvalidField if it must not be written
     */
    <T> T prepare(Kind<T> kind, T record, CatalogueView view);
}
