"""prap backup: a copy that stands for the store, what it does not overwrite, and what it cannot copy."""
import os
import shutil
import stat
import tempfile
import unittest

from command import prap

RECEIVED = '{"case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05"}\n'


class Backup(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.store = "sqlite:" + os.path.join(self.folder, "caseload.db")
        self.copy = os.path.join(self.folder, "copy.db")
        self.assertEqual(prap("replay", "--store", self.store, given=RECEIVED).code, 0)

    def test_the_copy_answers_as_the_store_did(self):
        ran = prap("backup", "--store", self.store, self.copy)
        self.assertEqual((ran.code, ran.err), (0, ""))
        self.assertEqual(ran.lines(), [{"v": 1, "copied": self.copy}])
        self.assertEqual(stat.S_IMODE(os.stat(self.copy).st_mode), 0o600)
        shown = prap("show", "--store", self.store, "A1", "--as-of", "2023-05-08")
        # What is recorded after the copy is not in it.
        prap("replay", "--store", self.store, given='{"case":"A1","event":"accept","on":"2023-05-09"}\n')
        again = prap("show", "--store", "sqlite:" + self.copy, "A1", "--as-of", "2023-05-08")
        self.assertEqual((again.code, again.out), (0, shown.out))
        self.assertEqual(prap("verify", "--store", "sqlite:" + self.copy).lines()[-1]["events"], 1)
        self.assertEqual(prap("verify", "--store", self.store).lines()[-1]["events"], 2)

    def test_in_a_sentence(self):
        ran = prap("backup", "--text", "--store", self.store, self.copy)
        self.assertEqual((ran.code, ran.out), (0, f"The store was copied to {self.copy}.\n"))

    def test_a_name_of_any_bytes(self):
        ran = prap("backup", "--store", self.store, os.path.join(self.folder, os.fsdecode(b"\xff.db")))
        self.assertEqual((ran.code, ran.lines()), (0, [{"v": 1, "copied": os.path.join(self.folder, "\ufffd.db")}]))
        self.assertTrue(os.path.exists(os.path.join(self.folder, os.fsdecode(b"\xff.db"))))

    def test_a_file_that_is_there_stays(self):
        with open(self.copy, "w", encoding="utf-8") as file:
            file.write("mine")
        ran = prap("backup", "--store", self.store, self.copy)
        self.assertEqual((ran.code, ran.out), (4, ""))
        self.assertIn("already a file", ran.err)
        with open(self.copy, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")

    def test_what_cannot_be_asked(self):
        for words in (["--store", self.store], [self.copy], ["--store", self.store, ":memory:"], ["--store", self.store, ""]):
            with self.subTest(words):
                ran = prap("backup", *words)
                self.assertEqual((ran.code, ran.out), (2, ""))
        gone = prap("backup", "--store", "sqlite:" + os.path.join(self.folder, "gone.db"), self.copy)
        self.assertEqual((gone.code, gone.out), (4, ""))
        self.assertFalse(os.path.exists(self.copy))


if __name__ == "__main__":
    unittest.main()
