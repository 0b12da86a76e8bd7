package dev.jackstaff.api.imports;

import dev.jackstaff.api.http.HubFrontDoor;
import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.api.problem.ProblemType;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.http.RequestBody;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import java.io.InputStream;

/** The reader of an import's request body, with its own size limit. Errors name their place. */
final class ImportBodyReader {
    private static final int MAX_BYTES = HubFrontDoor.MAX_BODY_BYTES;

    private ImportBodyReader() {}

    static FeaturesDocument read(InputStream body) {
        byte[] document = RequestBody.read(body, MAX_BYTES);
        JsonBody.checkText(document);
        try {
            return FeaturesDocumentReader.read(document);
        } catch (DocumentException refused) {
            ForeignDocument.recognize(document).ifPresent(sentence -> {
                throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, sentence), refused);
            });
            String where = refused.path().isEmpty() ? "" : refused.path() + ": ";
            throw new ProblemException(
                    Problem.malformed(where + refused.reason(), refused.line(), refused.column()), refused);
        }
    }
}
