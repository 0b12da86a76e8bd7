package dev.jackstaff.listener.grizzly;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;

/**
 * The filter that dates every answer (RFC 9110, section 6.6.1), those too that the server gives before any application is asked,
 * such as the redirect to the slash after a context path. The date is set when the request arrives, because a header that is set
 * when the answer is written is dropped.
 */
final class DateHeaderFilter extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request) {
            HttpResponsePacket response = request.getResponse();
            if (response != null && !response.isCommitted() && !response.containsHeader(Header.Date)) {
                response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
            }
        }
        return context.getInvokeAction();
    }
}
