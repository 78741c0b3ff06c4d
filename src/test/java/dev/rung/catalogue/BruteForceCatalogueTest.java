package dev.rung.catalogue;

class BruteForceCatalogueTest extends CatalogueContract {
    @Override
    protected Catalogue open() {
        return open(Samples.READER);
    }

    @Override
    protected Catalogue open(CandidateReader reader) {
        return new BruteForceCatalogue(ENCODER, reader);
    }
}
