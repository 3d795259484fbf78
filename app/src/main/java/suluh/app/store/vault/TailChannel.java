package suluh.app.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file from some byte on, read as if it began there. Not thread-safe. */
final class TailChannel implements SeekableByteChannel {
    private final FileChannel file;
    private final long begin;

    /** Takes the file over at its present position, which becomes place 0. */
    TailChannel(FileChannel file) throws IOException {
        this.file = file;
        this.begin = file.position();
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return file.read(to);
    }

    @Override
    public long position() throws IOException {
        return file.position() - begin;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        file.position(begin + place);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size() - begin;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
