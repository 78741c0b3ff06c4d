package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.person.Target;

/** What {@code --target ID} names: whatever the catalogue has under that id, else a role of that title. */
final class NamedTarget {
    private NamedTarget() {}

    static Target of(String id, DataFolder.Opened opened) {
        try (CatalogueView view = opened.catalogue().view()) {
            if (view.find(Kind.ROLES, id).isPresent()) return Target.role(id);
            if (view.find(Kind.JOBS, id).isPresent()) return Target.job(id);
            if (view.find(Kind.CREDENTIALS, id).isPresent()) return Target.credential(id);
            return Target.role(id);
        }
    }
}
