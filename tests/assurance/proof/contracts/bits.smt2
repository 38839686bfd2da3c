; The axioms of the contracts, of all 32-bit numbers: each is refuted, so every check answers unsat.
(set-logic QF_BV)
(declare-const a (_ BitVec 32))
(declare-const b (_ BitVec 32))
(define-fun ALL () (_ BitVec 32) #xffffffff)
(define-fun HALF () (_ BitVec 32) #x80000000)
(define-fun top ((x (_ BitVec 32))) (_ BitVec 32) (bvlshr x #x0000001f))
(push) ; is_zero
(assert (not (=> (distinct a #x00000000) (= (bvneg (top (bvand (bvnot a) (bvsub a #x00000001)))) #x00000000))))
(check-sat)
(pop)
(push) ; below
(assert (not (=> (and (bvult a HALF) (bvult b HALF) (bvult a b)) (= (bvneg (top (bvsub a b))) ALL))))
(check-sat)
(pop)
(push) ; not_below
(assert (not (=> (and (bvult a HALF) (bvule b a)) (= (bvneg (top (bvsub a b))) #x00000000))))
(check-sat)
(pop)
(push) ; prapi_pick, which has no axiom: of a mask of all ones and of none
(assert (not (and (= (bvxor b (bvand ALL (bvxor a b))) a) (= (bvxor b (bvand #x00000000 (bvxor a b))) b))))
(check-sat)
(pop)
(push) ; neither
(assert (not (and (= (bvnot (bvor a ALL)) #x00000000) (= (bvnot (bvor ALL a)) #x00000000))))
(check-sat)
(pop)
(push) ; same
(assert (not (=> (= (bvxor a b) #x00000000) (= a b))))
(check-sat)
(pop)
(define-fun wide ((x (_ BitVec 32))) (_ BitVec 64) ((_ sign_extend 32) x))
(define-fun positive ((x (_ BitVec 32))) (_ BitVec 64) ((_ zero_extend 32) x))
(define-fun WHOLE () (_ BitVec 64) #x0000000100000000)
(push) ; apart
(assert (not (= (positive (bvsub a b)) (ite (bvsle b a) (bvsub (wide a) (wide b)) (bvadd WHOLE (bvsub (wide a) (wide b)))))))
(check-sat)
(pop)
(push) ; forwards
(assert (not (=> (bvsgt a #x00000000) (and (= (top (bvneg a)) #x00000001)
                                           (= (positive (bvsub a (top (bvneg a)))) (bvsub (wide a) #x0000000000000001))))))
(check-sat)
(pop)
(push) ; wraps
(assert (not (=> (bvuge (bvadd (positive a) (positive b)) WHOLE)
                 (= (positive (bvadd a b)) (bvsub (bvadd (positive a) (positive b)) WHOLE)))))
(check-sat)
(pop)
(declare-const c (_ BitVec 32))
(push) ; all_below
(assert (not (=> (= (top (bvor a (bvor b c))) #x00000000)
                 (and (bvult a HALF) (bvult b HALF) (bvult c HALF) (= (top a) (top b) (top c) #x00000000)))))
(check-sat)
(pop)
(push) ; less
(assert (not (= (positive (bvsub a b)) (ite (bvule b a) (bvsub (positive a) (positive b)) (bvadd WHOLE (bvsub (positive a) (positive b)))))))
(check-sat)
(pop)
