package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;

class ExamTest {

    private static final double NEARLY = 1e-9;

    @Test
    void tellsHowOftenLabelsAreRight() {
        var exam = new Exam();
        exam.take(Stance.PRECISION, Stance.PRECISION, 1);
        exam.take(Stance.BREADTH, Stance.PRECISION, 1);
        exam.take(Stance.NONE, Stance.NONE, 1);

        assertThat(exam.accuracy()).isCloseTo(2 / 3.0, within(NEARLY));
        assertThat(exam.f1(Stance.PRECISION)).isCloseTo(2 / 3.0, within(NEARLY));
        assertThat(exam.f1(Stance.BREADTH)).isZero();
        assertThat(exam.f1(Stance.NONE)).isOne();
    }

    @Test
    void findsNoFaultWithConfidenceThatKeepsItsWord() {
        var exam = new Exam();
        for (int i = 0; i < 100; i++) {
            exam.take(Stance.BREADTH, i < 75 ? Stance.BREADTH : Stance.NONE, 0.75);
        }

        assertThat(exam.calibrationError()).isCloseTo(0, within(NEARLY));
    }

    @Test
    void findsFaultWithTooMuchAndTooLittleConfidence() {
        var exam = new Exam();
        for (int i = 0; i < 100; i++) {
            exam.take(Stance.BREADTH, i % 2 == 0 ? Stance.BREADTH : Stance.NONE, 0.9);
            exam.take(Stance.NONE, Stance.NONE, 0.8);
        }

        assertThat(exam.calibrationError()).isCloseTo((0.4 + 0.2) / 2, within(NEARLY));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new Exam().calibrationError()).isZero();
        assertThat(new Exam().accuracy()).isZero();
    }
}
