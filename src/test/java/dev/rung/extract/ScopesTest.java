package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Negation and emphasis: the text, then the skills with what is only preferred in brackets. */
class ScopesTest {
    private final SkillExtractor extractor = SkillsForTests.ofSmall();

    private String asked(String text) {
        return extractor.extract(text.replace("\\n", "\n")).stream()
                .map(m -> m.emphasis() == Emphasis.PREFERRED
                        ? "(" + m.skill() + ")"
                        : m.skill().value())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            No experience of SQL needed.                                   | ''
            No previous experience of sewing, knitting or SQL is required, but English is | english
            SQL is not required.                                           | ''
            SQL isn't necessary, English is required                        | english
            Knowledge of SQL is not a requirement; you need Kubernetes      | kubernetes
            You do not need to know SQL or Kubernetes                       | ''
            I have never worked with SQL                                   | ''
            customer service without data analysis                         | customer-service
            data analysis rather than SQL                                  | analyse-data
            No experience required, we use SQL                             | sql
            not only SQL but also Kubernetes                               | sql kubernetes
            including but not limited to SQL                               | sql
            no less than two years of SQL                                  | sql
            I lack SQL. I know Kubernetes.                                 | kubernetes
            You work without supervision                                   | independence
            SQL is no longer needed                                        | ''
            English is required, SQL is not required                       | english
            Courses in SQL or the history of sewing are not acceptable      | ''
            Experience of SQL will not be considered, Kubernetes is needed  | kubernetes
            No SQL in this job. Kubernetes and SQL elsewhere.              | kubernetes sql
            """)
    void whatIsNotWantedIsNotMentioned(String text, String expected) {
        assertThat(asked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL required, Kubernetes preferred                             | sql (kubernetes)
            SQL is required and Kubernetes is preferred                    | sql (kubernetes)
            SQL, Kubernetes and R are an advantage                         | (sql) (kubernetes) (r)
            You know SQL, ideally also Kubernetes                          | sql (kubernetes)
            Nice to have: SQL, Kubernetes                                  | (sql) (kubernetes)
            SQL would be a plus. English is a must.                        | (sql) english
            SQL is not essential but desirable                             | (sql)
            You need SQL; Kubernetes would be a bonus                       | sql (kubernetes)
            Requirements:\\n- SQL\\n- English\\n\\nNice to have:\\n- Kubernetes\\n\\nDuties:\\n- data analysis | sql english (kubernetes) analyse-data
            Preferred qualifications\\nSQL\\nKubernetes\\n\\nWe offer teamwork | (sql) (kubernetes) teamwork
            Essential: SQL. Desirable: Kubernetes.                         | sql (kubernetes)
            SQL plus English                                               | sql english
            SQL, preferably with Kubernetes                                | sql (kubernetes)
            English is a must. Some SQL would be welcome.                  | english (sql)
            SQL required, Kubernetes would be very much appreciated         | sql (kubernetes)
            You know SQL. Kubernetes would be nice, useful or helpful.      | sql (kubernetes)
            SQL is helpful but not required                                | (sql)
            Kubernetes is always welcome, SQL is required                  | (kubernetes) sql
            Knowledge of SQL helpful. English essential.                   | (sql) english
            It would be great if you knew SQL; you need English            | (sql) english
            We would welcome Kubernetes, and you need SQL                  | (kubernetes) sql
            It helps if you know SQL. You speak English.                   | (sql) english
            SQL would be an added bonus                                    | (sql)
            Good to have: SQL, Kubernetes                                  | (sql) (kubernetes)
            """)
    void whatWouldBeNiceIsPreferred(String text, String expected) {
        assertThat(asked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You welcome guests and do data analysis                        | analyse-data
            You offer customer service, are friendly and helpful           | customer-service
            In customer service you are helpful.                           | customer-service
            With data analysis you make useful reports                     | analyse-data
            Good customer service, great teamwork and useful data analysis | customer-service teamwork analyse-data
            You will be welcome to learn SQL                               | sql
            """)
    void wordsOfPraiseAreNoWishesElsewhere(String text, String expected) {
        assertThat(asked(text)).isEqualTo(expected);
    }
}
