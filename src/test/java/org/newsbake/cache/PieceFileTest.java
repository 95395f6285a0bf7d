package org.newsbake.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.cache.PieceFile.Place;

class PieceFileTest {

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void givesBackWhatWasAdded() throws IOException {
    Random random = new Random(1);
    Path path = folder.resolve("new/pieces");
    List<byte[]> pieces = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (int opening = 0; opening < 3; opening++) {
      try (PieceFile file = new PieceFile(path)) {
        for (int i = 0; i < 50; i++) {
          byte[] piece = new byte[random.nextInt(10) == 0 ? 100_000 : random.nextInt(5000)];
          random.nextBytes(piece);
          pieces.add(piece);
          places.add(file.add(piece));
        }
        file.flush();
      }
    }
    try (PieceFile file = new PieceFile(path)) {
      for (int i = 0; i < pieces.size(); i++) {
        assertThat(file.read(places.get(i))).contains(pieces.get(i));
      }
    }
  }

  @Test
  void whatIsNotAsItWasAddedIsNotThere() throws IOException {
    Path path = folder.resolve("pieces");
    Place first;
    Place second;
    try (PieceFile file = new PieceFile(path)) {
      first = file.add(bytes("first"));
      second = file.add(bytes("second"));
      file.flush();
    }
    byte[] all = Files.readAllBytes(path);
    all[1] ^= 1;
    Files.write(path, all);
    try (PieceFile file = new PieceFile(path)) {
      assertThat(file.read(first)).isEmpty();
      assertThat(file.read(second)).contains(bytes("second"));
      assertThat(file.read(new Place(3, 9, 7))).isEmpty();
      assertThat(file.read(new Place(-1, 2, 0))).isEmpty();
      assertThat(file.read(new Place(Long.MAX_VALUE, 2, 0))).isEmpty();
      assertThat(file.read(new Place(0, -1, 0))).isEmpty();
    }
    Files.write(path, Arrays.copyOf(all, 7));
    try (PieceFile file = new PieceFile(path)) {
      assertThat(file.read(second)).isEmpty();
    }
  }

  @Test
  void twoWhoWriteAtOnceLosePiecesAndGetNoWrongOnes() throws IOException {
    Path path = folder.resolve("pieces");
    try (PieceFile one = new PieceFile(path);
        PieceFile other = new PieceFile(path)) {
      Place mine = one.add(bytes("mine"));
      Place theirs = other.add(bytes("theirs"));
      one.flush();
      other.flush();
      assertThat(one.read(mine)).isEmpty();
      assertThat(other.read(theirs)).contains(bytes("theirs"));
    }
  }

  @Test
  void flushSaysThatAPieceCouldNotBeWritten() throws IOException {
    PieceFile file = new PieceFile(folder.resolve("pieces"));
    file.close();
    file.add(new byte[100_000]);
    assertThatThrownBy(file::flush).isInstanceOf(IOException.class);
  }
}
