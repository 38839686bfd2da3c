"""prap check-store: what it says of the stores that libprap brings, where it writes, and what it refuses to write to."""
import os
import shutil
import tempfile
import unittest

from command import prap


class CheckStore(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.store = "sqlite:" + os.path.join(self.folder, "scratch.db")

    def test_a_new_file_keeps_the_contract(self):
        ran = prap("check-store", "--store", self.store)
        *findings, total = ran.lines()
        self.assertEqual((ran.code, ran.err), (0, ""))
        self.assertEqual([one["finding"] for one in findings], ["unchecked-outbox", "unchecked-failures", "unchecked-columns"])
        self.assertEqual({one["severity"] for one in findings}, {"notice"})
        self.assertTrue(all(one["contract"] and one["text"] for one in findings))
        self.assertEqual((total["conforms"], total["tenant"], total["breaches"], total["unchecked"]), (True, "prap-check", 0, 3))
        self.assertGreater(total["commits"], 600)
        walked = prap("verify", "--store", self.store, "--tenant", "nobody")
        self.assertEqual(walked.lines()[-1]["cases"], 0)

    def test_what_is_there_is_written_to_only_under_a_tenant_that_is_named(self):
        prap("replay", "--store", self.store, given='{"case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05"}\n')
        ran = prap("check-store", "--store", self.store)
        self.assertEqual((ran.code, ran.out), (2, ""))
        self.assertIn("--tenant", ran.err)
        ran = prap("check-store", "--store", self.store, "--tenant", "trial")
        self.assertEqual(ran.code, 0)
        self.assertIn("unchecked-empty-tenant", [one.get("finding") for one in ran.lines()])
        self.assertEqual(prap("verify", "--store", self.store).lines()[-1]["cases"], 1)
        again = prap("check-store", "--store", self.store, "--tenant", "trial")
        self.assertEqual((again.code, again.out), (2, ""))
        self.assertIn("earlier check", again.err)
        self.assertEqual(prap("check-store", "--store", self.store, "--tenant", "x" * 25).code, 2)

    def test_in_memory_and_in_sentences(self):
        ran = prap("check-store", "--text")
        self.assertEqual(ran.code, 0)
        self.assertIn("not checked: no second handle was given", ran.out)
        self.assertIn("The store keeps the contract", ran.out)
        self.assertEqual(prap("explain", given=prap("check-store").out).out, ran.out)

    def test_a_breach_is_explained(self):
        line = ('{"v":1,"finding":"lost-update","severity":"breach","check":"conflicts","tenant":"t","case":"c","wanted":"conflict",'
                '"got":"ok","text":"x","contract":"PRAP_CONFLICT"}\n{"v":1,"conforms":false,"tenant":"t","breaches":1,'
                '"unchecked":0,"checks":19,"commits":700}\n')
        out = prap("explain", given=line).out
        self.assertIn("a change is made although another came first", out)
        self.assertIn("t, c", out)
        self.assertIn("BREAKS the contract in 1", out)

    def test_what_cannot_be_opened(self):
        ran = prap("check-store", "--store", "sqlite:" + os.path.join(self.folder, "no", "folder.db"))
        self.assertEqual((ran.code, ran.out), (4, ""))
        self.assertEqual(prap("check-store", "--store", "elsewhere:x", "--tenant", "t").code, 2)


if __name__ == "__main__":
    unittest.main()
