package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import io.niaga.search.text.Word;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * A word of what is being typed: what fits it. The last may only be begun. With a letter wrong, missing, too many or swapped
 * with its neighbour it still fits when that is allowed; the first letter is always right.
 */
record Beginning(Word word, boolean begun) {
    private static final int SHORTEST_MISSPELT = 4;
    private static final List<String> FIELDS = List.of(Fields.NAME, Fields.BRAND);

    boolean mayBeMisspelt() {
        return word.text().length() >= SHORTEST_MISSPELT && word.text().chars().noneMatch(Character::isDigit);
    }

    Query query(boolean misspelt) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : FIELDS) {
            if (misspelt && mayBeMisspelt()) {
                Term term = new Term(field, word.text());
                any.add(
                        begun ? new AutomatonQuery(term, automaton(word.text())) : new FuzzyQuery(term, 1, 1),
                        Occur.SHOULD);
            } else {
                word.forms().forEach(form -> any.add(new TermQuery(new Term(field, form)), Occur.SHOULD));
                if (begun) {
                    any.add(new PrefixQuery(new Term(field, word.text())), Occur.SHOULD);
                }
            }
        }
        return any.build();
    }

    /** Tells which words of a text this may stand for. */
    Fit fit(boolean misspelt) {
        if (!misspelt || !mayBeMisspelt()) {
            return text -> begun ? text.startsWith(word.text()) : text.equals(word.text());
        }
        CharacterRunAutomaton run = new CharacterRunAutomaton(begun ? automaton(word.text()) : nearly(word.text()));
        return run::run;
    }

    /** Whether a word fits. */
    @FunctionalInterface
    interface Fit {
        boolean with(String text);
    }

    private static Automaton nearly(String text) {
        int first = text.offsetByCodePoints(0, 1);
        Automaton near = new LevenshteinAutomata(text.substring(first), true).toAutomaton(1, text.substring(0, first));
        return Operations.determinize(near, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private static Automaton automaton(String text) {
        Automaton begun = Operations.concatenate(List.of(nearly(text), Automata.makeAnyString()));
        return Operations.determinize(begun, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }
}
