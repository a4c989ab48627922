package dev.hotpix.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flat objects in one array of the agent's JSON report. */
public final class JsonRows {

    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": ?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}\\s]+))");

    private JsonRows() {
    }

    public static List<Map<String, String>> of(Path report, String array) throws IOException {
        String json = Files.readString(report);
        Matcher begin = Pattern.compile("\"" + array + "\": ?\\[").matcher(json);
        if (!begin.find()) {
            throw new AssertionError("no " + array + " in " + json);
        }
        String rows = json.substring(begin.end(), json.indexOf(']', begin.end()));
        List<Map<String, String>> all = new ArrayList<>();
        for (String row : rows.split("}")) {
            Map<String, String> members = new LinkedHashMap<>();
            Matcher member = MEMBER.matcher(row);
            while (member.find()) {
                members.put(member.group(1), member.group(2) != null ? member.group(2) : member.group(3));
            }
            if (!members.isEmpty()) {
                all.add(members);
            }
        }
        return all;
    }
}
