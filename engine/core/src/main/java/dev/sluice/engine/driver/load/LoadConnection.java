package dev.sluice.engine.driver.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** One kept connection: a request at a time, and of its answer the status, the kind of refusal and the end. */
final class LoadConnection extends ChannelInboundHandlerAdapter {
    private static final AsciiString ERROR_TYPE = AsciiString.cached("x-amzn-ErrorType");

    private final Sender sender;
    private @Nullable ChannelHandlerContext context;
    private @Nullable RunningGroup group;
    private long intendedNanos;
    private long sentNanos;
    private boolean awaiting;
    private int status;
    private String errorType = "";
    private boolean stays;

    LoadConnection(Sender sender) {
        this.sender = sender;
    }

    void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new AnswerDecoder(), this);
    }

    /** Sends the group's request; the connection is free. */
    void send(RunningGroup sending, long intended, long now) {
        group = sending;
        intendedNanos = intended;
        sentNanos = now;
        awaiting = true;
        status = 0;
        var to = there(context);
        to.writeAndFlush(sending.request(), to.voidPromise());
    }

    RunningGroup group() {
        return there(group);
    }

    long intendedNanos() {
        return intendedNanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    void close() {
        there(context).close();
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        context = opened;
        sender.opened(this, opened.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (!awaiting
                || !(message instanceof HttpObject part)
                || part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            from.close();
            return;
        }
        if (part instanceof HttpResponse head) {
            status = head.status().code();
            String type = head.headers().get(ERROR_TYPE);
            errorType = type == null ? "" : type;
            stays = HttpUtil.isKeepAlive(head);
        }
        if (part instanceof LastHttpContent && status >= 200) {
            end(from);
        }
        ReferenceCountUtil.release(message);
    }

    private void end(ChannelHandlerContext from) {
        awaiting = false;
        sender.answered(this, stays && from.channel().isActive(), status, errorType);
        if (!stays) {
            from.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        sender.closed(this, gone.channel());
    }

    /** Whatever broke the connection, {@link #channelInactive} counts it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext broken, Throwable cause) {
        broken.close();
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the connection is not open");
        }
        return part;
    }

    /** Knows that the answer to HEAD ends with its head. */
    private final class AnswerDecoder extends HttpResponseDecoder {
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            return (group != null && group.isHead()) || super.isContentAlwaysEmpty(message);
        }
    }
}
