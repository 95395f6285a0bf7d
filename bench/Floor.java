import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The least that any site generator on a JVM has to do: read every source, write as many files of the same sizes.
 *
 * <pre>java Floor LIST SITE OUT</pre>
 *
 * LIST has one line for each file to write, its size in bytes, a space and its path relative to OUT. SITE is read and
 * forgotten. Both steps use all cores. How far a generator is above this time is what its own work costs.
 */
public final class Floor {

    private record Output(int size, Path file) {

        static Output of(String line, Path out) {
            int space = line.indexOf(' ');
            return new Output(Integer.parseInt(line.substring(0, space)), out.resolve(line.substring(space + 1)));
        }
    }

    private Floor() {}

    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[1]);
        Path out = Path.of(args[2]);
        try {
            readAll(site);
            List<Output> outputs;
            try (Stream<String> lines = Files.lines(Path.of(args[0]), StandardCharsets.UTF_8)) {
                outputs = lines.map(line -> Output.of(line, out)).toList();
            }
            writeAll(outputs);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void readAll(Path site) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(site)) {
            sources = files.filter(Files::isRegularFile).toList();
        }
        sources.parallelStream().forEach(source -> {
            try {
                Files.readAllBytes(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void writeAll(List<Output> outputs) throws IOException {
        for (Path folder : outputs.stream().map(output -> output.file().getParent()).distinct().toList()) {
            Files.createDirectories(folder);
        }
        byte[] bytes = new byte[outputs.stream().mapToInt(Output::size).max().orElse(0)];
        outputs.parallelStream().forEach(output -> {
            try (OutputStream stream = Files.newOutputStream(output.file())) {
                stream.write(bytes, 0, output.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
