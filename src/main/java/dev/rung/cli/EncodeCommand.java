package dev.rung.cli;

import dev.rung.encoder.SkillEncoder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code rung encode}: a text a line in, a JSON array of numbers a line out.
 *
 * <pre>
 * $ printf 'bake pastries\n\n' | rung encode
 * [0.0312,-0.0071,…]
 * [0.0,0.0,…]
 * </pre>
 */
@Command(
        name = "encode",
        description = "Turns texts into vectors: a text a line on stdin, a JSON array of numbers a line on stdout.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  echo 'bake bread' | rung encode"})
public final class EncodeCommand implements Callable<Integer> {
    @Mixin
    private ModelOption model = new ModelOption();

    @Override
    public Integer call() throws IOException {
        SkillEncoder encoder = model.read();
        // The encoding of the terminal must change neither the texts nor the numbers.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line.setLength(0);
            char before = '[';
            for (float number : encoder.encode(text)) {
                line.append(before).append(number);
                before = ',';
            }
            out.append(line).append("]\n");
        }
        out.flush();
        return 0;
    }
}
