/* DocFop.java — a living process that lets FOP make PDFs of XSL-FO, for tests/bench.
 *
 * Reads lines "FILE.fo TIMES", makes the document so many times and answers one line of milliseconds. "FILE.fo OUT.pdf"
 * keeps one instead, for a look. The factory with its fonts is made once; the document is tagged, as ours.
 */
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;

class DocFop {
	static final String FONTS = "/usr/share/fonts/truetype/";
	static final String CONF = """
		<fop version="1.0"><accessibility>true</accessibility><renderers><renderer mime="application/pdf"><fonts>
		<font embed-url="file:%1$snoto/NotoSans-Regular.ttf"><font-triplet name="Noto Sans" style="normal" weight="normal"/></font>
		<font embed-url="file:%1$snoto/NotoSans-Bold.ttf"><font-triplet name="Noto Sans" style="normal" weight="bold"/></font>
		<font embed-url="file:%1$sdejavu/DejaVuSans.ttf"><font-triplet name="DejaVu Sans" style="normal" weight="normal"/></font>
		</fonts></renderer></renderers></fop>
		""";

	static byte[] make(FopFactory factory, byte[] fo) throws Exception {
		FOUserAgent agent = factory.newFOUserAgent();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		agent.setAccessibility(true);
		TransformerFactory.newInstance().newTransformer().transform(new StreamSource(new ByteArrayInputStream(fo)),
			new SAXResult(factory.newFop("application/pdf", agent, out).getDefaultHandler()));
		return out.toByteArray();
	}

	public static void main(String[] args) throws Exception {
		java.util.logging.LogManager.getLogManager().reset();
		FopFactory factory = new FopConfParser(
			new ByteArrayInputStream(CONF.formatted(FONTS).getBytes()), new URI("file:///")).getFopFactoryBuilder().build();
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
		for (String line; (line = lines.readLine()) != null;) {
			String[] words = line.trim().split(" ");
			byte[] fo = Files.readAllBytes(Path.of(words[0]));
			if (!words[1].matches("\\d+")) {
				Files.write(Path.of(words[1]), make(factory, fo));
				System.out.println("kept");
				continue;
			}
			StringBuilder times = new StringBuilder();
			for (int i = Integer.parseInt(words[1]); i > 0; i--) {
				long started = System.nanoTime();
				make(factory, fo);
				times.append(String.format(java.util.Locale.ROOT, "%.3f ", (System.nanoTime() - started) / 1e6));
			}
			System.out.println(times.toString().trim());
		}
	}
}
