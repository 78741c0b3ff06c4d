package dev.rung.server;

import dev.rung.audit.Decisions;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.encoder.SkillEncoder;
import dev.rung.match.Recommender;
import dev.rung.privacy.PersonalData;
import dev.rung.wallet.Wallet;

/**
 * What the resources answer from.
 *
 * @param catalogue everything indexed; writes to candidates go through the wallet
 * @param encoder the model
 * @param recommender answers the questions
 * @param decisions records of answers to recruiters
 * @param events what people did
 * @param people everything that is kept about them
 * @param wallet candidates' credentials
 * @param trust checks credentials
 * @param metrics what is counted about the service itself
 * @param notes what is remembered for whoever runs the catalogue
 * @param reindexing builds the catalogue anew
 * @param wantsKeys whether callers need keys
 * @param limits how much of anything
 */
record Services(
        Catalogue catalogue,
        SkillEncoder encoder,
        Recommender recommender,
        Decisions decisions,
        Events events,
        PersonalData people,
        Wallet wallet,
        TrustDesk trust,
        Metrics metrics,
        Notes notes,
        Reindexing reindexing,
        boolean wantsKeys,
        Limits limits) {}
