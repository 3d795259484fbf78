package suluh.core.disclosure.uco;

import static suluh.core.disclosure.uco.Vocabulary.CASE_INVESTIGATION;
import static suluh.core.disclosure.uco.Vocabulary.SULUH;
import static suluh.core.disclosure.uco.Vocabulary.UCO_ACTION;
import static suluh.core.disclosure.uco.Vocabulary.UCO_ANALYSIS;
import static suluh.core.disclosure.uco.Vocabulary.UCO_CORE;
import static suluh.core.disclosure.uco.Vocabulary.UCO_IDENTITY;
import static suluh.core.disclosure.uco.Vocabulary.UCO_MARKING;
import static suluh.core.disclosure.uco.Vocabulary.UCO_OBSERVABLE;
import static suluh.core.disclosure.uco.Vocabulary.UCO_TOOL;
import static suluh.core.disclosure.uco.Vocabulary.UCO_TYPES;

/**
 * Every class and property of CASE and UCO, and of our own small extension, that a graph uses: SHACL finds no misspelt term, so there is no other way to
 * write one, and a test finds each of these in the ontology or in ours.
 */
public enum Term {
    AUTHORIZATION(CASE_INVESTIGATION, "Authorization"),
    INVESTIGATION(CASE_INVESTIGATION, "Investigation"),
    INVESTIGATIVE_ACTION(CASE_INVESTIGATION, "InvestigativeAction"),
    PROVENANCE_RECORD(CASE_INVESTIGATION, "ProvenanceRecord"),
    ANALYSIS(UCO_ANALYSIS, "Analysis"),
    ANALYTIC_RESULT(UCO_ANALYSIS, "AnalyticResult"),
    ARTIFACT_CLASSIFICATION(UCO_ANALYSIS, "ArtifactClassification"),
    ARTIFACT_CLASSIFICATION_RESULT_FACET(UCO_ANALYSIS, "ArtifactClassificationResultFacet"),
    RELATIONSHIP(UCO_CORE, "Relationship"),
    IDENTITY(UCO_IDENTITY, "Identity"),
    ORGANIZATION(UCO_IDENTITY, "Organization"),
    MARKING_DEFINITION(UCO_MARKING, "MarkingDefinition"),
    STATEMENT_MARKING(UCO_MARKING, "StatementMarking"),
    ACCOUNT_FACET(UCO_OBSERVABLE, "AccountFacet"),
    APPLICATION(UCO_OBSERVABLE, "Application"),
    APPLICATION_ACCOUNT(UCO_OBSERVABLE, "ApplicationAccount"),
    APPLICATION_ACCOUNT_FACET(UCO_OBSERVABLE, "ApplicationAccountFacet"),
    CONTENT_DATA_FACET(UCO_OBSERVABLE, "ContentDataFacet"),
    DATA_RANGE_FACET(UCO_OBSERVABLE, "DataRangeFacet"),
    DIGITAL_ACCOUNT_FACET(UCO_OBSERVABLE, "DigitalAccountFacet"),
    FILE(UCO_OBSERVABLE, "File"),
    FILE_FACET(UCO_OBSERVABLE, "FileFacet"),
    MESSAGE(UCO_OBSERVABLE, "Message"),
    MESSAGE_FACET(UCO_OBSERVABLE, "MessageFacet"),
    MESSAGE_THREAD(UCO_OBSERVABLE, "MessageThread"),
    OBSERVABLE_RELATIONSHIP(UCO_OBSERVABLE, "ObservableRelationship"),
    PATH_RELATION_FACET(UCO_OBSERVABLE, "PathRelationFacet"),
    TOOL(UCO_TOOL, "Tool"),
    HASH(UCO_TYPES, "Hash"),

    AUTHORIZATION_IDENTIFIER(CASE_INVESTIGATION, "authorizationIdentifier"),
    AUTHORIZATION_TYPE(CASE_INVESTIGATION, "authorizationType"),
    EXHIBIT_NUMBER(CASE_INVESTIGATION, "exhibitNumber"),
    FOCUS(CASE_INVESTIGATION, "focus"),
    RELEVANT_AUTHORIZATION(CASE_INVESTIGATION, "relevantAuthorization"),
    ACTION_STATUS(UCO_ACTION, "actionStatus"),
    END_TIME(UCO_ACTION, "endTime"),
    INSTRUMENT(UCO_ACTION, "instrument"),
    OBJECT_OF_ACTION(UCO_ACTION, "object"),
    PERFORMER(UCO_ACTION, "performer"),
    RESULT(UCO_ACTION, "result"),
    START_TIME(UCO_ACTION, "startTime"),
    CLASSIFICATION(UCO_ANALYSIS, "classification"),
    CLASSIFICATION_CLASS(UCO_ANALYSIS, "class"),
    CLASSIFICATION_CONFIDENCE(UCO_ANALYSIS, "classificationConfidence"),
    ORIGINATING_ANALYSIS(UCO_ANALYSIS, "originatingAnalysis"),
    DESCRIPTION(UCO_CORE, "description"),
    HAS_FACET(UCO_CORE, "hasFacet"),
    IS_DIRECTIONAL(UCO_CORE, "isDirectional"),
    KIND_OF_RELATIONSHIP(UCO_CORE, "kindOfRelationship"),
    NAME(UCO_CORE, "name"),
    OBJECT(UCO_CORE, "object"),
    OBJECT_MARKING(UCO_CORE, "objectMarking"),
    SOURCE(UCO_CORE, "source"),
    TARGET(UCO_CORE, "target"),
    DEFINITION(UCO_MARKING, "definition"),
    DEFINITION_TYPE(UCO_MARKING, "definitionType"),
    STATEMENT(UCO_MARKING, "statement"),
    ACCOUNT_IDENTIFIER(UCO_OBSERVABLE, "accountIdentifier"),
    APPLICATION_OF(UCO_OBSERVABLE, "application"),
    DISPLAY_NAME(UCO_OBSERVABLE, "displayName"),
    FILE_NAME(UCO_OBSERVABLE, "fileName"),
    FROM(UCO_OBSERVABLE, "from"),
    HASH_OF(UCO_OBSERVABLE, "hash"),
    MESSAGE_ID(UCO_OBSERVABLE, "messageID"),
    MESSAGE_TEXT(UCO_OBSERVABLE, "messageText"),
    MESSAGE_TYPE(UCO_OBSERVABLE, "messageType"),
    PATH(UCO_OBSERVABLE, "path"),
    RANGE_OFFSET(UCO_OBSERVABLE, "rangeOffset"),
    RANGE_OFFSET_TYPE(UCO_OBSERVABLE, "rangeOffsetType"),
    RANGE_SIZE(UCO_OBSERVABLE, "rangeSize"),
    SENT_TIME(UCO_OBSERVABLE, "sentTime"),
    SIZE_IN_BYTES(UCO_OBSERVABLE, "sizeInBytes"),
    TOOL_TYPE(UCO_TOOL, "toolType"),
    TOOL_VERSION(UCO_TOOL, "version"),
    HASH_METHOD(UCO_TYPES, "hashMethod"),
    HASH_VALUE(UCO_TYPES, "hashValue"),

    MODEL(SULUH, "model"),
    PROBABILITY(SULUH, "probability"),
    SENT_TIME_AS_STATED(SULUH, "sentTimeAsStated");

    private final Vocabulary vocabulary;
    private final String localName;

    Term(Vocabulary vocabulary, String localName) {
        this.vocabulary = vocabulary;
        this.localName = localName;
    }

    /** Prefix, colon and local name. */
    public String compact() {
        return vocabulary.prefix() + ":" + localName;
    }

    /** The whole IRI. */
    public String iri() {
        return vocabulary.namespace() + localName;
    }
}
